import type { LitElement } from 'lit'

/** Moves focus to what has that id in the element, once it is drawn. */
export async function focusOn(host: LitElement, id: string): Promise<void> {
  await host.updateComplete
  ;(host.renderRoot as ShadowRoot).getElementById(id)?.focus()
}
