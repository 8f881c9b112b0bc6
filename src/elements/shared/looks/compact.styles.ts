import { css } from 'lit'

/**
 * Closer together, where there is a mouse: no target is lower than 24 pixels, and a finger finds all as large as before.
 * The id that nothing has lets each rule win over those of the elements, and still lose to the owner's `::part()`.
 */
export const compactStyles = css`
  @media (pointer: fine) {
    :is(#_, .button, .row, input:not([type='checkbox'], [type='radio']), select) {
      min-height: 36px;
      padding-block: 6px;
    }
    :is(#_, .button) {
      padding-inline: 14px;
    }
    :is(#_, .plain, summary) {
      min-height: 28px;
    }
    :is(#_, summary) {
      padding-block: 4px;
    }
    :is(#_, .icon) {
      width: 32px;
      height: 32px;
    }
    :is(#_, .head) {
      min-height: 44px;
      padding: 4px 12px;
    }
    :is(#_, .foot) .plain {
      min-height: 32px;
    }
    :is(#_, [part~='body']):not(.body) {
      padding: 0 18px 18px;
    }
    :is(#_, .content, form) {
      gap: 16px;
    }
    :is(#_, .stack) {
      gap: 14px;
    }
    :is(#_, .kinds) .button {
      min-height: 44px;
    }
    :is(#_, .rungs) > li {
      padding-block: 10px;
    }
    :is(#_, textarea) {
      min-height: 4.5em;
      padding-block: 6px;
    }
    h2:is(#_, h2) {
      font-size: 1.25em;
    }
  }
`
