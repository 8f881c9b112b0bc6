import { css } from 'lit'

/** A row of quiet buttons; what is chosen stays. */
export const ratingStyles = css`
  .rating {
    display: grid;
    gap: 10px;
    max-width: 34rem;
  }
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 8px;
  }
  .scale button {
    display: grid;
    place-items: center;
    min-width: 44px;
    min-height: 44px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_quiet);
    font-weight: 600;
  }
  .scale.nps {
    display: grid;
    grid-template-columns: repeat(11, minmax(24px, 1fr));
    gap: 4px;
  }
  .scale.nps button {
    min-width: 0;
  }
  .scale.ces,
  .scale.csat {
    display: grid;
    grid-auto-columns: minmax(24px, 1fr);
    grid-auto-flow: column;
  }
  .scale.ces button,
  .scale.csat button {
    min-width: 0;
  }
  .scale button:hover {
    background: var(--_raised);
  }
  .scale .lit {
    border-color: var(--_accent);
    color: var(--_accent);
    background: color-mix(in srgb, var(--_accent) 10%, var(--_canvas));
  }
  .scale.stars {
    gap: 0;
  }
  .scale.stars button,
  .scale.stars .lit {
    border-color: transparent;
    background: none;
  }
  .scale.stars .lit svg {
    fill: var(--_accent);
  }
  svg {
    display: block;
    width: 24px;
    height: 24px;
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
    margin-top: 4px;
  }
  .why {
    display: grid;
    justify-items: start;
    gap: 10px;
  }
  .why textarea {
    margin: 0;
    min-height: 4em;
  }
  @media (forced-colors: active) {
    .scale .lit,
    .scale.stars .lit {
      border-color: Highlight;
      color: Highlight;
    }
    .scale.stars .lit svg {
      fill: Highlight;
    }
  }
`
