import { css } from 'lit'

export const filesStyles = css`
  .files {
    position: relative;
    max-width: 36em;
  }
  .files input[type='file'] {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .files label {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    font-weight: inherit;
    cursor: pointer;
  }
  .files input:focus-visible + label {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .files .hint {
    margin-top: 0;
  }
  /* Said before anybody chooses, also where other hints wait. */
  .limits {
    color: var(--_quiet);
    font-size: 0.875em;
  }
  .extras:has(> .used) .limits {
    margin-block-end: 8px;
  }
  .files ul {
    padding-block-start: 4px;
  }
  .files li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 56px;
    padding-block: 6px;
  }
  .files li + li {
    border-block-start: 1px solid var(--_line);
  }
  .files li > div {
    flex: 1;
    min-width: 0;
  }
  .files bdi {
    display: block;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .files canvas {
    flex: none;
    width: 44px;
    height: 44px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) / 2);
    background: var(--_raised);
  }
  .files li button {
    flex: none;
    min-height: 44px;
  }
  form[data-dropping] {
    outline: 2px dashed var(--_accent);
    outline-offset: 10px;
    border-radius: var(--_radius);
  }
`
