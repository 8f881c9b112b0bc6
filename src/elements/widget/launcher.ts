/** The launcher's looks. Plain CSS, because the loader draws it without Lit; the widget takes the same text into its styles. */
export const launcherCss = `:host{--_a:var(--earshot-accent,light-dark(#0d5c52,#83d2c4));--_x:max(var(--earshot-offset-inline,20px),env(safe-area-inset-left),env(safe-area-inset-right));--_y:max(var(--earshot-offset-block,20px),env(safe-area-inset-bottom));display:contents}
[part=launcher]{all:initial;color-scheme:inherit;visibility:inherit;box-sizing:border-box;position:fixed;z-index:var(--earshot-z-index,2147480000);inset-block-end:var(--_y);inset-inline-end:var(--_x);min-height:44px;padding:10px 22px;border-radius:calc(var(--earshot-radius,12px)*9);background:var(--_a);color:var(--earshot-on-accent,light-dark(#fff,#06231e));font-family:var(--earshot-font,inherit);font-size:max(16px,1rem);font-weight:600;line-height:1.5;cursor:pointer;box-shadow:0 2px 14px #0003}
:host([placement$=start]) [part=launcher]{inset-inline:var(--_x) auto}
:host([placement^=top]){--_y:max(var(--earshot-offset-block,20px),env(safe-area-inset-top))}
:host([placement^=top]) [part=launcher]{inset-block:var(--_y) auto}
:focus-visible{outline:2px solid var(--_accent,var(--_a));outline-offset:3px}
[hidden]{display:none!important}
@media(forced-colors:active){[part=launcher]{border:1px solid}}
@media print{[part=launcher]{display:none}}`

/** Draws the launcher into a shadow root, first in it, with its sheet beside those that are there. */
export function drawLauncher(root: ShadowRoot, label: string): HTMLButtonElement {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherCss)
  root.adoptedStyleSheets.push(sheet)
  const button = Object.assign(document.createElement('button'), { type: 'button', part: 'launcher', textContent: label, ariaExpanded: 'false' })
  button.setAttribute('aria-controls', 'panel')
  root.prepend(button)
  return button
}
