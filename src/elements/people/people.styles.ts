import { css } from 'lit'

/** One person a line, a hairline between. */
export const peopleStyles = css`
  h2 + p {
    margin-top: 6px;
  }
  .rungs > li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 12px 20px;
    padding-block: 16px;
  }
  .rungs > li + li {
    border-top: 1px solid var(--_line);
  }
  .who {
    flex: 1 1 14em;
    min-width: 0;
  }
  .face {
    flex: none;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    object-fit: cover;
  }
  .face[hidden] {
    display: none;
  }
  .note {
    flex-basis: 100%;
  }
  /* What arrives later has its line already. */
  .live {
    min-height: 1.5em;
  }
  .hours::before {
    content: '';
    display: inline-block;
    width: 0.5em;
    height: 0.5em;
    margin-inline-end: 0.5em;
    border: 1.5px solid var(--_quiet);
    border-radius: 50%;
    vertical-align: 0.1em;
  }
  .open .hours::before {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  @media (forced-colors: active) {
    .open .hours::before {
      background: CanvasText;
    }
  }
`
