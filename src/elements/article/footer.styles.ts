import { css } from 'lit'

/** Who wrote it, and how it goes on. */
export const footerStyles = css`
  .answer-by {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 12px;
    color: var(--_quiet);
    font-size: 0.9375em;
  }
  .byline {
    margin-top: 24px;
  }
  footer {
    margin-top: 28px;
    padding-top: 20px;
    border-top: 1px solid var(--_line);
  }
  .thanks .button[aria-disabled='true'] {
    border-color: transparent;
    padding-inline: 0;
    background: none;
    color: var(--_quiet);
    cursor: default;
  }
  .broken {
    margin-top: 16px;
  }
  .related li {
    margin-top: 4px;
  }
  /* A long title begins where a short one does, whatever it is written in. */
  .related .plain {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  @media print {
    footer {
      display: none;
    }
  }
`
