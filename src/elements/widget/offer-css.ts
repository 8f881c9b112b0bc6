/** What only an offer has: its line of words, and the mark on the launcher where there is no room for it. */
export const offerCss = `.offer{display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px}
.offer p{flex:1 1 14em;min-width:0}
.offer .quiet{display:block}
.offer bdi{font-weight:600}
[part=launcher][data-offer]::after{content:'';position:absolute;inset-block-start:-3px;inset-inline-end:-1px;box-sizing:border-box;width:15px;height:15px;border:3px solid var(--_canvas);border-radius:50%;background:var(--_a)}
@media(forced-colors:active){[part=launcher][data-offer]::after{background:Highlight;forced-color-adjust:none}}`
