import { css } from 'lit'

/** "Did this help?", and what comes after a no. */
export const helpfulStyles = css`
  .helpful {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 20px;
  }
  .helpful legend {
    float: inline-start;
    padding: 0;
    font-weight: 600;
  }
  .helpful .button {
    min-width: 72px;
  }
  .button[aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 650;
  }
  .ways-on .button {
    padding-inline: 16px;
  }
  .missing textarea {
    min-height: 4.5em;
  }
  .missing .actions {
    margin-top: 10px;
  }
  .missing .plain,
  .gaps .plain {
    min-width: 44px;
    min-height: 44px;
  }
  .gaps legend {
    padding: 0;
    font-weight: inherit;
  }
  .gaps .plain {
    margin-inline-end: 12px;
  }
  .gaps .plain[aria-pressed='true'] {
    color: var(--_ink);
    font-weight: 650;
    text-decoration: none;
  }
`
