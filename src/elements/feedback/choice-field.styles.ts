import { css } from 'lit'

/** Rows that a thumb can hit. */
export const choiceStyles = css`
  .choices {
    display: grid;
    margin-top: 6px;
  }
  .choices.in-a-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-weight: 500;
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
`
