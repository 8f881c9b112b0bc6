import { css } from 'lit'

/** Labels, fields, hints and errors. */
export const fields = css`
  label,
  legend {
    display: block;
    padding: 0;
    font-weight: 600;
  }
  input:not([type='checkbox'], [type='radio']),
  textarea,
  select {
    display: block;
    width: 100%;
    min-height: 44px;
    margin: 6px 0 0;
    scroll-margin-block: 4em;
    padding: 10px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_canvas);
    color: inherit;
    font: inherit;
    line-height: 1.4;
  }
  textarea {
    min-height: 6.5em;
    resize: vertical;
    field-sizing: content;
    max-height: 50vh;
  }
  :is(input, textarea, select):focus-visible {
    outline-offset: -1px;
    border-color: var(--_accent);
  }
  [aria-invalid='true'] {
    border-color: var(--_bad);
  }
  .hint {
    margin-top: 4px;
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .error {
    margin-top: 4px;
    color: var(--_bad);
    font-size: 0.875em;
    font-weight: 600;
  }
`
