import { css } from 'lit'

/** Pictures and code in an article, and what can be done with them. */
export const figureStyles = css`
  .body img {
    max-width: 100%;
    height: auto;
    border-radius: var(--_radius);
  }
  .picture {
    display: inline-block;
    position: relative;
    max-width: 100%;
    vertical-align: top;
  }
  .picture img {
    display: block;
  }
  .enlarge {
    position: absolute;
    inset: 0;
    min-width: 44px;
    min-height: 44px;
    border-radius: var(--_radius);
    cursor: zoom-in;
  }
  .enlarge svg {
    position: absolute;
    inset: 8px 8px auto auto;
    inset-inline: auto 8px;
    width: 32px;
    padding: 8px;
    border-radius: 50%;
    background: var(--_canvas);
    color: var(--_ink);
    opacity: 0.85;
  }
  @media (hover: hover) {
    .enlarge:not(:hover, :focus-visible) svg {
      opacity: 0;
    }
  }
  svg {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .large {
    position: fixed;
    inset: 0;
    width: 100vw;
    max-width: none;
    height: 100vh;
    height: 100dvh;
    max-height: none;
    margin: 0;
    padding: max(16px, env(safe-area-inset-top)) 16px max(16px, env(safe-area-inset-bottom));
    border: 0;
    background: var(--_canvas);
    cursor: zoom-out;
  }
  .large::backdrop {
    background: none;
  }
  .large img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .shut {
    position: absolute;
    inset-block-start: max(12px, env(safe-area-inset-top));
    inset-inline-end: 12px;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_ink);
  }
  .shut svg {
    width: 20px;
  }
  .code {
    position: relative;
  }
  pre {
    margin: 0;
    /* Room for the button, also at the end of a line that is scrolled to. */
    padding: 12px 5.5em 12px 14px;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_raised);
    line-height: 1.5;
    overflow-wrap: normal;
  }
  .body pre code {
    padding: 0;
    background: none;
  }
  .copy {
    position: absolute;
    top: 6px;
    right: 6px;
    min-height: 32px;
    padding: 2px 12px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2 / 3);
    background: var(--_canvas);
    font-size: 0.8125em;
  }
  @media (pointer: coarse) {
    .copy {
      top: 2px;
      right: 2px;
      min-height: 44px;
    }
  }
  .copy:hover {
    border-color: var(--_edge);
  }
  .copy[data-copied] span:first-child,
  .copy:not([data-copied]) span:last-child {
    display: none;
  }
  @media (forced-colors: active) {
    pre,
    .enlarge svg,
    .contents details {
      border: 1px solid CanvasText;
    }
    .enlarge svg {
      opacity: 1;
    }
  }
  @media print {
    .copy,
    .enlarge,
    .contents {
      display: none;
    }
  }
`
