import { css } from 'lit'

/** Out of the flow, so that nothing moves for it; there all the same for whoever only reads what a page is made of. */
export const trapStyles = css`
  .trap {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    .trap {
      display: none;
    }
  }
`
