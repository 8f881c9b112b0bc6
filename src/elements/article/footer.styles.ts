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
  .face {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 36px;
    height: 36px;
    overflow: hidden;
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_ink);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .face img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .face img[hidden] {
    display: none;
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
  @media print {
    footer {
      display: none;
    }
  }
`
