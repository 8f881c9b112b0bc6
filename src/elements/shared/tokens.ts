import { css } from 'lit'

/**
 * Colours, type and space. The `--earshot-*` properties are the owner's; the `--_*` ones are ours.
 * Inherited properties of the host page are reset here, except its font.
 */
export const tokens = css`
  :host {
    --_fill: var(--earshot-accent, light-dark(#0d5c52, #83d2c4));
    --_accent: var(--earshot-accent-ink, var(--_fill));
    --_on-accent: var(--earshot-on-accent, light-dark(#fff, #06231e));
    --_canvas: var(--earshot-canvas, light-dark(#fff, #191b1c));
    --_raised: var(--earshot-raised, light-dark(#f5f4f0, #25282a));
    --_ink: var(--earshot-ink, light-dark(#1c1f20, #ecebe7));
    --_quiet: var(--earshot-quiet, light-dark(#5b6163, #a5abad));
    --_line: var(--earshot-line, light-dark(#dfddd6, #3b4042));
    --_edge: var(--earshot-edge, light-dark(#8c9193, #767c7f));
    --_bad: var(--earshot-bad, light-dark(#a1281c, #ffa398));
    --_radius: var(--earshot-radius, 12px);
    display: block;
  }
  .root {
    all: initial;
    display: block;
    color: var(--_ink);
    color-scheme: inherit;
    font-family: var(--earshot-font, inherit);
    font-size: var(--earshot-font-size, max(16px, 1rem));
    line-height: 1.5;
    overflow-wrap: anywhere;
    visibility: inherit;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  slot[hidden] {
    display: none;
  }
  h2,
  h3,
  p,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul {
    list-style: none;
  }
  h2 {
    font-size: 1.375em;
    font-weight: 650;
    line-height: 1.25;
  }
  h3 {
    font-size: 1em;
    font-weight: 650;
  }
  .quiet {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .announcer {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`
