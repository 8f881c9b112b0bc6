/** The offer's looks: a line that lies on the page and moves nothing in it. */
export const offerCss = `.offer{box-sizing:border-box;position:fixed;inset:0 auto auto 0;z-index:var(--earshot-z-index,2147483000);display:flex;flex-wrap:wrap;align-items:center;gap:4px 16px;width:max-content;max-width:min(30em,100vw - 24px);margin:0;padding:10px 10px 10px 16px;overflow:visible;border:1px solid var(--_line);border-radius:calc(var(--_radius) + 4px);background:var(--_canvas);color:var(--_ink);box-shadow:0 4px 24px #0002}
.offer:dir(rtl){padding:10px 16px 10px 10px}
.offer p{flex:1 1 14em;min-width:0}
.offer .quiet{display:block}
.offer bdi{font-weight:600}
.offer .actions{gap:4px}
.offer button{min-height:44px;padding-inline:12px}
.offer .plain{text-decoration-color:transparent}
.offer .plain:hover,.offer .plain:focus-visible{text-decoration-color:currentcolor}
.offer .no{color:var(--_quiet)}
.offer[data-waiting]{visibility:hidden}
[part=launcher][data-offer]::after{content:'';position:absolute;inset-block-start:-3px;inset-inline-end:-1px;box-sizing:border-box;width:15px;height:15px;border:3px solid var(--_canvas);border-radius:50%;background:var(--_a)}
@media(forced-colors:active){[part=launcher][data-offer]::after{background:Highlight;forced-color-adjust:none}}
@media(prefers-reduced-motion:no-preference){.offer{animation:offer .3s ease-out}@keyframes offer{from{opacity:0}}}
@media print{.offer{display:none}}`
