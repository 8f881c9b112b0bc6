import { css } from 'lit'

/** One heading, a few sentences, what to do next. */
export const receiptStyles = css`
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
  .next {
    color: var(--_quiet);
  }
  .claim {
    display: grid;
    gap: 12px;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
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
  }
`
