import type { CSSResult, LitElement } from 'lit'

/** Brings the look of a part that was fetched later to the element it is shown in; once, however often it is asked. */
export function adopt(host: LitElement, { styleSheet }: CSSResult) {
  const { adoptedStyleSheets } = host.renderRoot as ShadowRoot
  if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet)
}
