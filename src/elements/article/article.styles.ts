import { css } from 'lit'

/** Reading: a measure the eye can follow, space between thoughts, and nothing wider than the column. */
export const articleStyles = css`
  article {
    max-width: 68ch;
  }
  .body {
    margin-top: 12px;
    line-height: 1.6;
  }
  dd {
    margin: 0;
  }
  .body > :first-child {
    margin-top: 0;
  }
  .body :where(p, ul, ol, blockquote, figure, dl, details, .table, .code) {
    margin: 0.85em 0 0;
  }
  .body :is(h3, h4, h5, h6) {
    margin: 1.7em 0 0;
    font-size: 1em;
    font-weight: 650;
    line-height: 1.35;
  }
  .body :is(h3, h4, h5, h6) {
    scroll-margin-block: 16px;
  }
  .body h3 {
    font-size: 1.125em;
  }
  .body :is(ul, ol) {
    padding-inline-start: 1.4em;
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
  .body li {
    margin-top: 0.35em;
  }
  .body li::marker {
    color: var(--_quiet);
  }
  .body li > :is(ul, ol) {
    margin-top: 0.2em;
  }
  .body a {
    color: var(--_accent);
    text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent);
    text-underline-offset: 3px;
  }
  .body a[rel]::after {
    content: '\\a0 ↗' / '';
    font-size: 0.85em;
  }
  .body code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--_raised);
    font-size: 0.9em;
  }
  .body blockquote {
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_line);
    color: var(--_quiet);
  }
  .body hr {
    margin: 2em 0;
    border: 0;
    border-top: 1px solid var(--_line);
  }
  .table {
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    min-width: 100%;
    overflow-wrap: normal;
  }
  th,
  td {
    padding-block: 8px;
    padding-inline: 0 16px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  th {
    font-weight: 650;
  }
  .right {
    text-align: end;
    white-space: nowrap;
  }
  .center {
    text-align: center;
  }
  .note {
    margin-top: 8px;
  }
  .body .task {
    list-style: none;
  }
  .task > [role='img'] {
    margin-inline-start: -1.3em;
  }
  kbd {
    padding: 0.1em 0.4em;
    border: 1px solid var(--_line);
    border-block-end-width: 2px;
    border-radius: 5px;
    font: inherit;
    font-size: 0.875em;
  }
  sup,
  sub {
    line-height: 0;
  }
  summary {
    cursor: pointer;
  }
  .body summary {
    font-weight: 600;
  }
  .body details > :not(summary) {
    margin-inline-start: 1.1em;
  }
  .contents {
    margin-top: 16px;
  }
  .contents details {
    padding: 2px 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .contents summary {
    min-height: 44px;
    padding-block: 10px;
    font-weight: 500;
  }
  .contents ul {
    padding-block: 0 10px;
  }
  .contents a {
    display: block;
    padding-block: 6px;
    color: var(--_ink);
    text-decoration: none;
  }
  .contents a:hover {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .contents .deep {
    padding-inline-start: 1.1em;
    font-size: 0.9375em;
  }
`
