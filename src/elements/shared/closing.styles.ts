import { css } from 'lit'

/** Good news, said quietly. */
export const closingStyles = css`
  .closing {
    display: grid;
    gap: 8px;
    padding: 16px;
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .closing h3 {
    font-weight: 650;
  }
  .closing .text {
    white-space: pre-wrap;
  }
  .closing .button.second {
    background: var(--_canvas);
  }
  .closing .plain {
    min-height: 44px;
    padding-inline: 8px;
  }
  @media (forced-colors: active) {
    .closing {
      border: 1px solid;
    }
  }
`
