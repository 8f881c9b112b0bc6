import { css } from 'lit'

/** Set apart a little, so that it is found and does not shout. */
export const nextLevelStyles = css`
  .further {
    display: grid;
    gap: 10px;
    justify-items: start;
  }
  .further > .field {
    width: 100%;
  }
  .further textarea {
    min-height: 4.5em;
  }
  .further:has(strong) {
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .further > .plain,
  .further .actions .plain,
  .outside a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
  }
  .further:focus,
  .further > p:focus {
    outline: none;
  }
  .further [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  @media (forced-colors: active) {
    .further:has(strong) {
      border: 1px solid;
    }
  }
`
