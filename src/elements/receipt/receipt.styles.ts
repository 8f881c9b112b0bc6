import { css } from 'lit'

/** One heading, a few sentences, what to do next. */
export const receiptStyles = css`
  .stack[hidden] {
    display: none;
  }
  .text {
    display: grid;
    gap: 8px;
  }
  h2::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.5em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    vertical-align: 0.06em;
  }
  .accepted h2::before {
    background: var(--_accent);
  }
  .memory h2::before,
  .refused h2::before {
    border-color: var(--_bad);
  }
  .reference {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .owner {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .next {
    color: var(--_quiet);
  }
  .words {
    margin-top: 8px;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
    white-space: pre-wrap;
  }
  summary {
    min-height: 44px;
    padding-block: 9px;
    color: var(--_quiet);
    cursor: pointer;
  }
  .claim {
    display: grid;
    gap: 12px;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .answering {
    display: grid;
    gap: 16px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: 20px;
    margin-top: 4px;
  }
  .keepsakes {
    display: grid;
    gap: 8px;
  }
  .keepsakes .button {
    padding-inline: 14px;
  }
  #answering:focus {
    outline: none;
  }
  progress {
    width: min(100%, 16em);
    accent-color: var(--_accent);
  }
  .copy {
    flex-basis: 100%;
  }
  /* It never stops moving; the sentence above it says the same. */
  @media (prefers-reduced-motion: reduce) {
    progress {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .accepted h2::before {
      background: CanvasText;
    }
    .answering {
      border: 1px solid;
    }
  }
`
