import { css } from 'lit'

/** Rows and what stands around them: they come with the first search, not with the panel. */
export const resultStyles = css`
  .found {
    display: grid;
    gap: 20px;
  }
  .front .button {
    width: 100%;
  }
  .dead-end .button {
    padding-inline: 16px;
  }
  .result strong {
    display: block;
    font-weight: 600;
  }
  .result .excerpt {
    display: -webkit-box;
    overflow: hidden;
    color: var(--_quiet);
    font-size: 0.875em;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .section + .list .excerpt {
    -webkit-line-clamp: 1;
  }
  .result .facts {
    display: block;
    margin-block-start: 2px;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  .result:focus-visible {
    outline-offset: -2px;
    background: var(--_raised);
  }
  mark {
    background: none;
    color: var(--_ink);
    font-weight: 600;
  }
  @media (forced-colors: active) {
    mark {
      color: CanvasText;
    }
  }
  .wait {
    animation: wait 0s 0.6s both;
  }
  @keyframes wait {
    from {
      visibility: hidden;
    }
  }
  .shelves {
    display: grid;
    gap: 16px;
  }
  .shelves .section {
    margin: 0;
  }
  .shelves h4 {
    margin: 0 0 2px;
    font-size: 1em;
    font-weight: 600;
  }
  .shelves .row {
    color: var(--_accent);
  }
  .gaps legend {
    padding: 0;
  }
  .gaps .plain {
    min-width: 44px;
    min-height: 44px;
    margin-inline-end: 12px;
  }
  .gaps .plain[aria-pressed='true'] {
    color: var(--_ink);
    font-weight: 650;
    text-decoration: none;
  }
  /* Chromium's cross is blue, whatever the accent. */
  input::-webkit-search-cancel-button {
    filter: grayscale(1);
  }
`
