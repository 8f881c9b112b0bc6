import { css } from 'lit'

/** A list with hairlines; who said what can be told by its edge. */
export const requestsStyles = css`
  .queue {
    display: grid;
    gap: 4px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .queue .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 8px;
  }
  .list > li + li {
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
  /* Filled, so that it is found; a word, so that it is understood. */
  .new {
    display: inline-block;
    padding: 0 8px;
    border-radius: calc(var(--_radius) * 9);
    background: var(--_fill);
    color: var(--_on-accent);
    font-size: max(0.8125em, 12px);
    font-weight: 600;
    white-space: nowrap;
  }
  .status .new {
    margin-inline-end: 8px;
  }
  .case {
    display: grid;
    gap: 16px;
    padding-block: 4px 28px;
  }
  .case[hidden] {
    display: none;
  }
  .awaited {
    font-weight: 600;
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
  .claim > p:focus {
    outline: none;
  }
  .code {
    display: block;
    font-size: 1.5em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.08em;
  }
  .claim .plain,
  .enter-code > .plain,
  .share .plain {
    min-height: 44px;
  }
  p[role='status']:empty {
    position: absolute;
  }
  .messages {
    display: grid;
    gap: 18px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .message {
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .message.staff {
    border-color: var(--_accent);
  }
  .line {
    padding-inline-start: 16px;
  }
  .text {
    white-space: pre-wrap;
  }
  .attached {
    margin-block-start: 6px;
  }
  .attached li::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.7em;
    margin-inline-end: 0.6em;
    border: 1.5px solid var(--_quiet);
    border-radius: 2px;
    vertical-align: -0.02em;
  }
  .answers {
    display: grid;
    gap: 6px;
    margin-block-start: 4px;
  }
  dl,
  dd {
    margin: 0;
  }
  dt {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .enter-code form {
    display: grid;
    gap: 12px;
    margin-block-start: 8px;
  }
  .enter-code form[hidden] {
    display: none;
  }
  .enter-code input {
    max-width: 12em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.08em;
  }
  @media (forced-colors: active) {
    .new {
      border: 1px solid;
    }
  }
`
