import { css } from 'lit'

/** A sheet over everything: tools, the picture as large as there is room, what to do with it. */
export const annotateStyles = css`
  dialog {
    box-sizing: border-box;
    width: 100vw;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    border: 0;
    padding: max(12px, env(safe-area-inset-top)) max(12px, env(safe-area-inset-right)) max(12px, env(safe-area-inset-bottom))
      max(12px, env(safe-area-inset-left));
    background: var(--_canvas);
    color: inherit;
    overflow: hidden;
  }
  dialog[open] {
    display: grid;
    grid-template:
      'title acts' auto
      'tools tools' auto
      'stage stage' minmax(0, 1fr)
      'foot foot' auto / minmax(0, 1fr) auto;
    gap: 10px 12px;
    align-items: center;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.6);
  }
  h2 {
    grid-area: title;
    font-size: 1.125em;
  }
  .acts {
    grid-area: acts;
    display: flex;
    gap: 4px;
  }
  .tools {
    grid-area: tools;
    display: flex;
    flex-wrap: wrap;
    max-width: 34rem;
  }
  /* As wide as its word, so that even long ones stay whole on the smallest phone. */
  .tools > .tool {
    flex: 1 1 auto;
    padding-inline: 0.25em;
    overflow-wrap: normal;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tool {
    position: relative;
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    min-width: 44px;
    min-height: 48px;
    padding: 4px 6px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    color: var(--_quiet);
    font-size: 0.75em;
    font-weight: 500;
    line-height: 1.25;
    text-align: center;
    cursor: pointer;
  }
  @media (hover: hover) {
    .tool:hover {
      background: var(--_raised);
    }
  }
  .tool[aria-disabled] {
    opacity: 0.45;
    cursor: default;
  }
  .tool:has(:checked) {
    border-color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 12%, var(--_canvas));
    color: var(--_accent);
  }
  .tool:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  svg {
    display: block;
    width: 22px;
    height: 22px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .full {
    fill: currentcolor;
  }
  .stage {
    grid-area: stage;
    display: grid;
    place-items: center;
    align-self: stretch;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .frame {
    position: relative;
    direction: ltr;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    cursor: crosshair;
    box-shadow: 0 0 0 1px var(--_line);
  }
  .frame:focus-visible {
    outline-offset: -2px;
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
  }
  .item {
    position: absolute;
    min-width: 12px;
    min-height: 12px;
    pointer-events: none;
  }
  .item.chosen {
    outline: 2px dashed var(--_accent);
    outline-offset: 3px;
  }
  .handle {
    position: absolute;
    width: 16px;
    height: 16px;
    margin: -8px;
    border: 2px solid var(--_canvas);
    border-radius: 50%;
    background: var(--_accent);
  }
  .foot {
    grid-area: foot;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 10px 12px;
  }
  .foot > p {
    flex: 1 1 16rem;
  }
  .how {
    display: none;
  }
  .button[aria-disabled] {
    opacity: 0.6;
  }
  @media (min-width: 720px) {
    dialog[open] {
      grid-template:
        'title tools acts' auto
        'stage stage stage' minmax(0, 1fr)
        'foot foot foot' auto / minmax(0, 1fr) auto minmax(0, 1fr);
    }
    .acts {
      justify-content: end;
    }
    .tools > .tool {
      min-width: 72px;
    }
    dialog {
      padding: 16px 20px;
    }
  }
  @media (min-width: 720px) and (min-height: 480px) {
    .how {
      display: block;
    }
  }
  @media (forced-colors: active) {
    .tool {
      border-color: ButtonBorder;
    }
    .tool:has(:checked) {
      border-color: Highlight;
      outline: 2px solid Highlight;
      color: Highlight;
    }
    .tool[aria-disabled] {
      opacity: 1;
      border-color: GrayText;
      color: GrayText;
    }
    .item.chosen {
      outline-color: Highlight;
    }
    .handle {
      background: Highlight;
      forced-color-adjust: none;
    }
    .frame:not(:focus-visible) {
      outline: 1px solid CanvasText;
    }
  }
`
