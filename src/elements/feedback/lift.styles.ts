import { css } from 'lit'

/** One line below the story, as high whatever stands in it. */
export const liftStyles = css`
  .lift {
    display: grid;
    align-items: center;
    justify-items: start;
    min-height: 48px;
  }
  .lift .plain {
    min-height: 44px;
  }
  .lift .hint {
    margin: 4px 0 0;
  }
`
