import { css } from 'lit'

export const pointStyles = css`
  .point .plain {
    min-height: 44px;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 16px;
  }
  .chosen p {
    flex: 1 1 10em;
    min-width: 0;
  }
`
