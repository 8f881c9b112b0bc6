import { css } from 'lit'

/** In WebKit the focus is in a part of the control for a day, and the control itself is never `:focus-visible`. */
export const typedStyles = css`
  input[type='date']:focus {
    outline: 2px solid var(--_accent);
    outline-offset: -1px;
    border-color: var(--_accent);
  }
`
