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
    padding: 12px 16px 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .diagnostics {
    padding-block: 4px 16px;
  }
  .diagnostics label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-weight: 500;
  }
  .diagnostics input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .diagnostics ul {
    max-height: 240px;
    margin-top: 8px;
    padding-inline: 12px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.875em;
  }
  .diagnostics bdi {
    overflow-wrap: anywhere;
  }
`
