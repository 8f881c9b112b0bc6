import { css } from 'lit'

/** Buttons, links and rows. `.button` acts, `.plain` is quiet, `.row` is one of a list. */
export const controls = css`
  button {
    font: inherit;
    color: inherit;
    text-align: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  /* In forced colours what is transparent is seen. */
  .button,
  .row {
    min-height: 44px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    text-decoration: none;
  }
  .button {
    display: inline-block;
    padding: 9px 20px;
    border-color: var(--_rim, transparent);
    background: var(--_fill);
    color: var(--_on-accent);
    font-weight: 600;
    text-align: center;
  }
  .button.second {
    background: none;
    border-color: var(--_line);
    color: var(--_ink);
    font-weight: 500;
  }
  .button.second:hover,
  .row:hover {
    background: var(--_raised);
  }
  .plain {
    min-height: 32px;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .plain:hover {
    text-decoration-thickness: 2px;
  }
  @media (pointer: coarse) {
    .plain {
      min-width: 44px;
      min-height: 44px;
    }
  }
  .row {
    display: block;
    width: 100%;
    padding: 9px 11px;
    color: inherit;
  }
  .icon {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    color: var(--_quiet);
  }
  .icon:hover {
    background: var(--_raised);
    color: var(--_ink);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
  }
  .stack {
    display: grid;
    gap: 20px;
  }
`
