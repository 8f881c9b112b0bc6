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
  .body > :first-child {
    margin-top: 0;
  }
  .body :is(p, ul, ol, pre, blockquote, figure, dl, details, .table) {
    margin: 0.85em 0 0;
  }
  .body :is(h3, h4, h5, h6) {
    margin: 1.7em 0 0;
    font-size: 1em;
    font-weight: 650;
    line-height: 1.35;
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
  .body img {
    max-width: 100%;
    height: auto;
    border-radius: var(--_radius);
  }
  .body code {
    padding: 0.1em 0.3em;
    border-radius: 4px;
    background: var(--_raised);
    font-size: 0.9em;
  }
  .body pre {
    padding: 12px 14px;
    overflow: auto;
    border-radius: var(--_radius);
    background: var(--_raised);
    line-height: 1.5;
    overflow-wrap: normal;
  }
  .body pre code {
    padding: 0;
    background: none;
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
  }
  .center {
    text-align: center;
  }
  .byline {
    margin-top: 24px;
  }
  footer {
    margin-top: 28px;
    padding-top: 20px;
    border-top: 1px solid var(--_line);
  }
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
