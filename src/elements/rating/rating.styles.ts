import { css } from 'lit'

/** A row of quiet answers; what is chosen stays. */
export const ratingStyles = css`
  .rating {
    display: grid;
    gap: 10px;
    justify-items: start;
    max-width: 34rem;
  }
  fieldset {
    min-width: 0;
    width: 100%;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-top: 8px;
  }
  .row-of {
    display: flex;
    gap: 4px;
  }
  .csat .row-of,
  .ces .row-of {
    flex: 1;
  }
  .scale label {
    position: relative;
    display: grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_quiet);
    font-weight: 600;
    cursor: pointer;
    touch-action: manipulation;
  }
  .csat label,
  .ces label,
  .nps label {
    flex: 1;
    min-width: 24px;
  }
  .nps .row-of {
    flex: 6 1 164px;
  }
  .nps .row-of + .row-of {
    flex: 5 1 136px;
  }
  @media (pointer: coarse) {
    .nps .row-of {
      flex-basis: 284px;
    }
    .nps .row-of + .row-of {
      flex-basis: 236px;
    }
  }
  .scale input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .face {
    pointer-events: none;
  }
  @media (hover: hover) {
    .scale label:hover {
      background: var(--_raised);
    }
  }
  .scale label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .scale .lit {
    border-color: var(--_accent);
    color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_canvas));
  }
  .stars .row-of {
    gap: 0;
  }
  .stars label,
  .stars .lit {
    border-color: transparent;
    background: none;
  }
  .stars .lit svg {
    fill: var(--_accent);
  }
  svg {
    display: block;
    width: 1.5em;
    height: 1.5em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .down svg {
    transform: rotate(180deg);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    margin-top: 4px;
  }
  .ends span:last-child {
    text-align: end;
  }
  .outcome {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
  }
  /* The way to take it back goes by itself, and nothing below may move then. */
  .outcome,
  .plain {
    min-height: 44px;
  }
  .why {
    display: grid;
    justify-items: start;
    gap: 10px;
    width: 100%;
  }
  .why label {
    font-weight: 500;
  }
  .why textarea {
    margin: 0;
    min-height: 4em;
  }
  .root[popover] {
    position: fixed;
    inset: 0 auto auto 0;
    box-sizing: border-box;
    width: min(26rem, 100vw - 16px);
    padding: 14px 16px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 4 / 3);
    background: var(--_canvas);
    box-shadow: 0 4px 24px #0002;
  }
  .root[popover]:not(:popover-open) {
    display: none;
  }
  @media (forced-colors: active) {
    .scale .lit,
    .stars .lit {
      border-color: Highlight;
      color: Highlight;
    }
    .stars .lit svg {
      fill: Highlight;
    }
  }
`
