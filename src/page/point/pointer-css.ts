/** What lies over the page while somebody points. Only the bar takes the pointer. */
export const pointerCss = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  display: block !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
  --_accent: var(--earshot-accent, light-dark(#0d5c52, #83d2c4));
  --_canvas: var(--earshot-canvas, light-dark(#fff, #191b1c));
  --_ink: var(--earshot-ink, light-dark(#1c1f20, #ecebe7));
  --_on-accent: var(--earshot-on-accent, light-dark(#fff, #06231e));
  --_quiet: var(--earshot-quiet, light-dark(#5b6163, #a5abad));
  --_line: var(--earshot-line, light-dark(#dfddd6, #3b4042));
}
*, ::before { box-sizing: border-box; }
[hidden] { display: none !important; }
.outline {
  position: fixed;
  border: 2px solid var(--_accent);
  border-radius: 4px;
  box-shadow: 0 0 0 2px var(--_canvas), inset 0 0 0 2px var(--_canvas);
}
.bar {
  position: fixed;
  inset-block-end: max(12px, env(safe-area-inset-bottom));
  inset-inline: 0;
  width: fit-content;
  max-width: min(44em, 100vw - 16px);
  max-height: 45vh;
  overflow: auto;
  margin-inline: auto;
  padding: 12px 16px;
  border: 1px solid var(--_line);
  border-radius: var(--earshot-radius, 12px);
  background: var(--_canvas);
  color: var(--_ink);
  box-shadow: 0 12px 48px #0004;
  font: max(16px, 1rem)/1.4 var(--earshot-font, system-ui, sans-serif);
  overflow-wrap: anywhere;
  pointer-events: auto;
}
.bar.above { inset-block: max(12px, env(safe-area-inset-top)) auto; }
p { margin: 0; }
.name { min-height: 1.4em; margin-block-start: 8px; font-weight: 600; }
.keys { color: var(--_quiet); font-size: 0.875em; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 10px; }
button {
  min-height: 44px;
  padding: 8px 14px;
  border: 1px solid var(--_line);
  border-radius: var(--earshot-radius, 12px);
  background: none;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
[data-act=take] { border-color: transparent; background: var(--_accent); color: var(--_on-accent); font-weight: 600; }
@media (pointer: coarse) { .keys { display: none; } .acts > * { flex: auto; padding-inline: 10px; font-size: 0.875em; text-align: center; } }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
@media (forced-colors: active) {
  .outline { border: 3px solid Highlight; }
  .bar, button { border-color: ButtonBorder; }
}
@media print { :host { display: none !important; } }
`
