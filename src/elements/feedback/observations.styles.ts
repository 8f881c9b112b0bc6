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
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 12px;
  }
  .topic label {
    font-size: 0.875em;
    font-weight: 500;
  }
  .topic select {
    margin: 0;
  }
`
