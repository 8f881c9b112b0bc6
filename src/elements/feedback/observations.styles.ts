import { css } from 'lit'

export const observationsStyles = css`
  .observations {
    display: grid;
    justify-items: start;
    gap: 16px;
  }
  .observation {
    display: grid;
    gap: 8px;
    width: 100%;
    padding-inline-start: 14px;
    border-inline-start: 2px solid var(--_line);
  }
  .observation > button {
    justify-self: start;
  }
  .observations .plain {
    min-height: 44px;
  }
  .topic {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .topic label {
    font-size: 0.875em;
    font-weight: 500;
  }
  .topic select {
    flex: 1 1 9em;
    width: auto;
    min-width: 0;
    margin: 0;
  }
`
