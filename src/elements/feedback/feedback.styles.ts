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
  /* Its height is there before anything is in it: nothing may move under the pointer. */
  .matches {
    min-height: 84px;
  }
  .matches h3 {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .matches li:nth-child(3) {
    display: none;
  }
  .matches button {
    display: block;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @container (min-width: 640px) {
    .story {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
    .matches {
      padding-top: 30px;
    }
    .matches li:nth-child(3) {
      display: block;
    }
    .matches button {
      white-space: normal;
      padding-block: 4px;
    }
  }
  .observations {
    display: grid;
    justify-items: start;
    gap: 20px;
  }
  .observation {
    display: grid;
    gap: 12px;
    width: 100%;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--_line);
  }
  .observation > button {
    justify-self: start;
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
  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin-top: 6px;
  }
  .scale label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-weight: 500;
  }
  .scale input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_accent);
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
  .enclosed ul {
    padding-block: 4px 12px;
  }
  .enclosed li {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 16px;
    padding-block: 6px;
  }
  .enclosed li > div {
    display: grid;
    min-width: 0;
  }
  .enclosed bdi {
    justify-self: start;
  }
  .enclosed li button {
    flex: none;
  }
  .foot {
    display: grid;
    gap: 12px;
  }
  .copy {
    flex-basis: 100%;
  }
`
