import { css } from 'lit'

/** Between the form and its button: something to decide first. */
export const seenBeforeStyles = css`
  .before {
    display: grid;
    gap: 12px;
    margin-bottom: 16px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .before:focus {
    outline: none;
  }
  .before ul {
    display: grid;
    gap: 16px;
  }
  .before li {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  .before .summary {
    font-weight: 600;
  }
  .before .button {
    margin-top: 6px;
  }
  .before .plain {
    min-height: 44px;
  }
  .before [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  @media (forced-colors: active) {
    .before {
      border: 1px solid;
    }
  }
`
