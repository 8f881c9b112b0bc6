import { css } from 'lit'

/** A radio button or a checkbox beside its words: a row that a thumb can hit, grown with the text. */
export const tickStyles = css`
  .tick {
    display: flex;
    align-items: start;
    gap: 0.625em;
    min-height: 44px;
    padding-block: 10px;
    font-weight: 500;
  }
  .tick input {
    flex: none;
    font-size: 1em;
    width: 1.25em;
    height: 1.25em;
    margin: 0.125em 0 0;
    accent-color: var(--_accent);
  }
  /* What is said of it stands below its words, and close to them. */
  .tick + .hint {
    margin-top: -6px;
    padding-inline-start: 2.143em;
  }
`
