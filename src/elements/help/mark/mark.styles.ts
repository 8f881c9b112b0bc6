import { css } from 'lit'
import { fields } from '../../shared/fields.ts'
import { helpfulStyles } from '../../shared/helpful.styles.ts'

const looks = css`
  :host([article]) {
    display: inline-block !important;
    vertical-align: middle;
    margin-block: -0.5em;
  }
  :host([article][data-beside]) {
    inset: var(--_y, 0) auto auto var(--_x, 0) !important;
    float: none !important;
    width: auto !important;
    height: auto !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 0 !important;
    z-index: 1;
  }
  :host([article]) .root {
    display: contents;
    color: inherit;
  }
  [part='mark'] {
    display: grid;
    place-items: center;
    min-width: 24px;
    width: 1.5em;
    min-height: 24px;
    height: 1.5em;
    border-radius: 50%;
    line-height: 1;
  }
  [part='mark'] span {
    display: grid;
    place-items: center;
    width: 1.3em;
    height: 1.3em;
    border: 1px solid color-mix(in srgb, currentcolor 45%, transparent);
    border-radius: 50%;
    color: color-mix(in srgb, currentcolor 80%, transparent);
    font-size: 0.875em;
    font-weight: 500;
  }
  [part='mark']:is(:hover, [aria-expanded='true']) span {
    border-color: var(--_accent);
    background: var(--_fill);
    color: var(--_on-accent);
  }
  [part='mark']:focus-visible {
    outline-offset: 0;
  }
  [part='answer'] {
    position: fixed;
    inset: 0 auto auto 0;
    width: min(22em, 100vw - 16px);
    max-height: calc(100dvh - 16px);
    margin: 0;
    padding: 16px 20px 20px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_canvas);
    color: var(--_ink);
    box-shadow: 0 8px 32px #0003;
    text-align: start;
  }
  [part='answer'] h2 {
    margin-block-end: 4px;
    font-size: 1.0625em;
  }
  .head {
    padding-inline-end: 2em;
  }
  [part='answer'] .stack {
    gap: 14px;
  }
  .stack[hidden] {
    display: none;
  }
  .close {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    width: 2em;
    height: 2em;
    margin-block: -0.25em -1.75em;
    margin-inline: auto -0.5em;
  }
  .close:not(:hover) {
    background: var(--_canvas);
  }
  svg {
    width: 1.125em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
  }
  .more {
    margin-block-start: 4px;
  }
  .after {
    padding-block-start: 14px;
    border-block-start: 1px solid var(--_line);
  }
  .helpful {
    gap: 8px 16px;
  }
  .helpful .button {
    min-width: 64px;
    min-height: 36px;
    padding-block: 5px;
  }
  @media (pointer: coarse) {
    .close {
      width: 44px;
      height: 44px;
      margin-block: -10px -34px;
      margin-inline: auto -14px;
    }
    /* Larger than what is seen of it: it hides no word beside it. */
    .close:not(:hover) {
      background: radial-gradient(closest-side, var(--_canvas) 60%, transparent);
    }
    .helpful .button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    [part='mark'] span {
      border-color: ButtonText;
      color: ButtonText;
    }
    [part='mark']:is(:hover, [aria-expanded='true']) span {
      border-color: Highlight;
      color: Highlight;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part='answer'] {
      animation: arrive 0.14s ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
      }
    }
  }
  :host([article][hidden]) {
    display: none !important;
  }
  @media print {
    :host([article]) {
      display: none !important;
    }
  }
`

/** One sheet for all marks of a page; the search inline does not carry it. */
export const markSheet = new CSSStyleSheet()
markSheet.replaceSync(fields.cssText + helpfulStyles.cssText + looks.cssText)
