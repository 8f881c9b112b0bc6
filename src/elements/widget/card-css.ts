/** The looks of a quiet card: it lies on the page and moves nothing in it. */
export const cardCss = `.card{box-sizing:border-box;position:fixed;inset:0 auto auto 0;z-index:var(--earshot-z-index,2147480000);width:max-content;max-width:min(30em,100vw - 24px);max-height:calc(100dvh - 16px);margin:0;padding:10px 10px 10px 16px;overflow:auto;border:1px solid var(--_line);border-radius:calc(var(--_radius)*4/3);background:var(--_canvas);color:var(--_ink);box-shadow:0 4px 24px #0002}
.card:dir(rtl){padding:10px 16px 10px 10px}
.card .actions{gap:4px}
.card button{min-height:44px;padding-inline:12px}
.card .plain{text-decoration-color:transparent}
.card .plain:hover,.card .plain:focus-visible{text-decoration-color:currentcolor}
.card .no{color:var(--_quiet)}
.card[data-waiting]{visibility:hidden}
@media(prefers-reduced-motion:no-preference){.card{animation:card .3s ease-out}@keyframes card{from{opacity:0}}}
@media print{.card{display:none}}`
