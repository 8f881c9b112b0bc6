import { css } from 'lit'

/** Articles beside the story, and remarks below what is written. */
export const writingStyles = css`
  .matches h3 {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .matches li:nth-child(3) {
    display: none;
  }
  .matches button {
    display: block;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .remark {
    margin-top: 6px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_accent);
    color: var(--_quiet);
    font-size: 0.875em;
  }
  @container (min-width: 40em) {
    .matches li:nth-child(3) {
      display: block;
    }
    .matches button {
      white-space: normal;
      padding-block: 4px;
    }
  }
`
