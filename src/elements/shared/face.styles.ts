import { css } from 'lit'

/** A round face beside a name. */
export const faceStyles = css`
  .face {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: max(36px, 2.25rem);
    height: max(36px, 2.25rem);
    overflow: hidden;
    border-radius: 50%;
    background: var(--_raised);
    color: var(--_ink);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .face img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .face img[hidden] {
    display: none;
  }
`
