import { css } from 'lit'

/** A calm column; beside the story, where there is room, the articles that may answer it. */
export const feedbackStyles = css`
  .root {
    container-type: inline-size;
  }
  form {
    gap: 24px;
  }
  .story {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px 32px;
  }
  textarea[rows='2'] {
    min-height: 44px;
  }
  /* Its height is there before anything is in it: nothing may move under the pointer. */
  .matches {
    min-height: 84px;
  }
  @media (pointer: coarse) {
    .matches {
      min-height: 109px;
    }
  }
  @container (min-width: 40em) {
    .story {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
    .matches {
      padding-top: 30px;
    }
  }
  .part:empty {
    min-height: 74px;
  }
  .extras {
    min-height: 44px;
  }
  .extras:has(> :nth-child(3):empty) {
    min-height: 136px;
  }
  .extras > :empty {
    display: none;
  }
  .enclosed {
    border-block: 1px solid var(--_line);
  }
  summary {
    min-height: 48px;
    padding-block: 12px;
    color: var(--_quiet);
    cursor: pointer;
  }
  .foot {
    display: grid;
    gap: 12px;
  }
`
