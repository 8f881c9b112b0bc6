/** What only a question has. Blocks, no grid: WebKit stretches a grid in the top layer to the height of the window. */
export const askCss = `.ask{width:25em;padding-block:14px 6px}
.ask earshot-rating{display:block;padding-inline-end:6px}
.ask>.no{margin-block-start:2px;margin-inline-start:-12px}`
