import { css } from 'lit'

/** What can be done comes under what was said, with room around it. */
export const caseStyles = css`
  .reply,
  .asked {
    display: grid;
    gap: 12px;
  }
  .asked {
    gap: 20px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .reply {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--_line);
  }
  .asked + .reply {
    border: 0;
    padding-block-start: 0;
  }
  .reply textarea {
    min-height: 5em;
  }
  .outcome,
  .outcome .rate {
    display: grid;
    gap: 10px;
  }
  .outcome {
    gap: 16px;
  }
  .outcome:focus {
    outline: none;
  }
  .outcome .plain {
    min-height: 44px;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .values .button {
    min-width: 3em;
    padding-inline: 8px;
    font-variant-numeric: tabular-nums;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 0 16px;
    max-width: calc(17.2em + 32px);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
`
