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
    gap: 0 12px;
  }
  /* Eleven in two rows, the first up to five, also on the smallest phone. */
  .choices.in-a-row:has(> :nth-child(8)) {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(2.75em, 1fr));
    gap: 0;
    /* By the room there is: alone, the columns that fit into this would say how wide the whole form has to be. */
    max-width: min(19em, 100%);
  }
  .in-a-row .choice {
    min-width: 44px;
    gap: 0.375em;
  }
  .choice {
    cursor: pointer;
  }
  /* Its place is there before it is: what stands below does not move when something is chosen. */
  .leave-open {
    min-height: 32px;
  }
  @media (pointer: coarse) {
    .leave-open {
      min-height: 44px;
    }
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }
  .ends span:last-child {
    text-align: end;
  }
`
