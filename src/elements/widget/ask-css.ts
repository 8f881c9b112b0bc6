/** What only a question has. */
export const askCss = `.ask{display:grid;gap:2px;width:25em;padding-block:14px 6px}
.ask earshot-rating{display:block;min-width:0;padding-inline-end:6px}
.ask>.no{justify-self:start;margin-inline-start:-12px}`
