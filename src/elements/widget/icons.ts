import { svg, html } from 'lit'

const icon = (path: ReturnType<typeof svg>) => html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${path}</svg>`

export const backIcon = icon(svg`<path d="M12 4.5 6.5 10l5.5 5.5" />`)
export const closeIcon = icon(svg`<path d="m5 5 10 10M15 5 5 15" />`)
