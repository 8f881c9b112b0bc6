import { css } from 'lit'

export const screenshotStyles = css`
  .shot {
    display: grid;
    justify-items: start;
    gap: 4px;
  }
  .shot .plain {
    min-height: 44px;
  }
  .shot canvas {
    display: block;
    max-width: min(100%, 320px);
    max-height: 240px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .device {
    position: relative;
  }
  .device:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .device input:not(#\\0) {
    position: absolute;
    inset: 0;
    width: 100%;
    min-height: 0;
    height: 100%;
    margin: 0;
    padding: 0;
    opacity: 0;
    cursor: pointer;
  }
`
