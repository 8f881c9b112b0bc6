import { css } from 'lit'

/** Extras are quiet words in a row until they are used; what there is to know of one is said to those who do not see, and once it is. */
export const fieldPartsStyles = css`
  .extras {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 4px 20px;
  }
  .extras > .used,
  .extras > :has(.error) {
    flex-basis: 100%;
    margin-block-end: 12px;
  }
  .extras > :not(.used) .hint {
    display: none;
  }
  /* The words that open the files stand in the row, what they may be below it. */
  .extras > :not(.used, :has(.error)):has(> .files),
  .extras > :not(.used, :has(.error)) > .files {
    display: contents;
  }
  .extras > :not(.used, :has(.error)) > .files > :is(.limits, ul) {
    flex-basis: 100%;
  }
  /* Where one of them is used there is no row: they stay with their own words. */
  .extras:not(:has(> .used)) .files > :is(.limits, ul) {
    order: 1;
  }
`
