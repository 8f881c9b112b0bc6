import { css } from 'lit'

/** A list with hairlines; who said what can be told by its edge. */
export const requestsStyles = css`
  li + li {
    border-top: 1px solid var(--_line);
  }
  h3 {
    font-weight: 500;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: baseline;
    gap: 0 16px;
    margin-inline: -12px;
    width: calc(100% + 24px);
    padding-block: 14px;
  }
  .summary {
    flex: 1 1 10em;
    min-width: 0;
  }
  .status {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .refused .status {
    color: var(--_bad);
    font-weight: 600;
  }
  .status::after {
    content: '';
    display: inline-block;
    width: 0.4em;
    height: 0.4em;
    margin-inline-start: 0.75em;
    border: solid currentcolor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.2em) rotate(45deg);
  }
  [aria-expanded='true'] .status::after {
    transform: rotate(225deg);
  }
  .case {
    display: grid;
    gap: 16px;
    padding-block: 4px 24px;
  }
  .case[hidden] {
    display: none;
  }
  .claim {
    display: grid;
    gap: 12px;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  /* A question, not a detail of something. */
  .stack > .claim {
    padding-block-end: 24px;
    padding-inline: 0;
    border-block-end: 1px solid var(--_line);
    border-inline: 0;
  }
  .claim > .error:empty {
    position: absolute;
  }
  .claim > :is(.error, .quiet) {
    margin: 0;
  }
  .message {
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .message.staff {
    border-color: var(--_accent);
  }
  .text {
    white-space: pre-wrap;
  }
`
