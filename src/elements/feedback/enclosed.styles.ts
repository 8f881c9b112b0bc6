import { css } from 'lit'

/** A thing that goes along in each row, with its button at the end. */
export const enclosedStyles = css`
  .enclosed ul {
    padding-block: 4px 12px;
  }
  .enclosed li {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    padding-block: 6px;
  }
  /* A button that a thumb can hit brings room of its own. */
  @media (pointer: coarse) {
    .enclosed li {
      padding-block: 0 8px;
    }
  }
  .enclosed li > div {
    display: grid;
    flex: 1;
    min-width: 0;
  }
  .enclosed li > div > * {
    overflow-wrap: anywhere;
  }
  .enclosed bdi {
    justify-self: start;
  }
  .enclosed li button {
    flex: none;
  }
  .findings {
    padding-inline-start: 14px;
    border-block: 0;
    border-inline-start: 2px solid var(--_accent);
  }
  .findings > p {
    font-weight: 600;
  }
  .findings ul {
    padding-block-end: 0;
  }
  .diagnostics {
    padding-block: 4px 16px;
  }
  .diagnostics ul {
    max-height: 240px;
    margin-top: 4px;
    padding: 2px 14px;
    overflow: auto;
    border-inline-start: 2px solid var(--_line);
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .enclosed .diagnostics li {
    padding-block: 2px;
  }
  .diagnostics bdi {
    overflow-wrap: anywhere;
  }
`
