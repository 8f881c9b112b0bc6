import { css } from 'lit'

export const helpStyles = css`
  .content {
    display: grid;
    gap: 24px;
  }
  form {
    margin-block-start: 14px;
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 10px 16px;
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 9);
    background: var(--_canvas);
    color: inherit;
    font: inherit;
    appearance: none;
  }
  .list {
    margin-inline: -12px;
  }
  .section {
    margin-block-end: 6px;
    font-weight: 500;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
    gap: 8px;
  }
  .kinds .button {
    display: flex;
    align-items: center;
    min-height: 60px;
    padding: 10px 16px;
    text-align: start;
    line-height: 1.3;
  }
`
