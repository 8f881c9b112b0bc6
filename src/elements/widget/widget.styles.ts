import { css } from 'lit'

export const widgetStyles = css`
  :host,
  .root,
  .inside {
    display: contents;
  }
  [part='panel'] {
    position: fixed;
    inset-block: auto calc(var(--_y) + 1.5em + 36px);
    inset-inline: auto var(--_x);
    z-index: var(--earshot-z-index, 2147480000);
    flex-direction: column;
    width: min(25em, 100vw - 2 * var(--_x));
    height: min(42em, 100dvh - 1.5em - 60px - var(--_y));
    margin: 0;
    padding: 0;
    overflow: clip;
    /* Whatever the page does with the pointer elsewhere. */
    pointer-events: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 5 / 3);
    background: var(--_canvas);
    color: var(--_ink);
    box-shadow: 0 12px 48px #0003;
  }
  [part='panel']:not([hidden]) {
    display: flex;
  }
  :host([placement$='start']) [part='panel'] {
    inset-inline: var(--_x) auto;
  }
  :host([placement^='top']) [part='panel'] {
    inset-block: calc(var(--_y) + 1.5em + 36px) auto;
  }
  .head,
  .foot {
    display: flex;
    flex: none;
    align-items: center;
    padding: 8px 12px;
  }
  .head {
    justify-content: space-between;
    min-height: 56px;
  }
  .foot {
    justify-content: center;
    border-block-start: 1px solid var(--_line);
    padding-block: 6px max(6px, env(safe-area-inset-bottom));
  }
  .foot .plain {
    min-height: 44px;
    padding-inline: 12px;
  }
  svg {
    width: 1.25em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .back:dir(rtl) svg {
    rotate: 180deg;
  }
  [part='body'] {
    flex: 1;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 4px 24px 24px;
  }
  @media (max-width: 480px), (max-height: 420px) {
    [part='panel'],
    :host([placement]) [part='panel'] {
      inset: 0 0 auto;
      width: 100%;
      height: var(--_visible-height, 100dvh);
      border: 0;
      border-radius: 0;
      padding-block-start: env(safe-area-inset-top);
    }
    [part='body'] {
      padding-inline: 20px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='panel'] {
      animation: arrive 0.18s ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        scale: 0.95;
        margin: -1.05em -0.625em;
      }
    }
  }
  @media print {
    [part='panel'] {
      display: none !important;
    }
  }
`
