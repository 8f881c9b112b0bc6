import { css } from 'lit'

/** Extras are quiet words in a row until they are used; what there is to know of one is said to those who do not see, and once it is. */
export const fieldPartsStyles = css`
  .extras {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 4px 20px;
  }
  .extras > .used,
  .extras > :has(.error) {
    flex-basis: 100%;
  }
  .extras > :not(.used) .hint {
    display: none;
  }
`
