import { fixture, html, unsafeStatic } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import type { Seams } from '../../src/desk/context.ts'
import type { EarshotElement } from '../../src/elements/shared/earshot-element.ts'
import { summonElement } from '../../src/elements/roster.ts'
import { deskFor } from '../desk/desk-fixtures.ts'

/** A store that counts as a disk, though a test's desk is gone with the test. */
export const diskStore = () => ({ ...createMemoryStore(), durable: true })

/** An element over a real desk of its own. `props` are set before it is connected. */
export async function stage<T extends EarshotElement>(tag: string, props: Partial<T> & Record<string, unknown> = {}, config: Config = {}, store = diskStore(), seams: Seams = {}) {
  await summonElement(tag)
  const world = deskFor(config, store, seams)
  const name = unsafeStatic(tag)
  const parent = await fixture<HTMLElement>(html`<div></div>`)
  const element = Object.assign((await fixture(html`<${name}></${name}>`, { parentNode: parent })) as T, { desk: world.desk, ...props })
  await element.updateComplete
  return { ...world, element, parent }
}

/** Answers of a backend that will not, or cannot yet. */
export const refusal = (init: { detail?: string; pointer?: string; status?: number } = {}) =>
  new TransportError('transport/refused', 'Refused by the test', { retry: 'never', ...init })
export const silence = (status?: number) =>
  new TransportError('transport/unreachable', 'Nobody answers in this test', { retry: 'later', afterMs: 60_000, ...(status && { status }) })

/** Waits until `look` gives something, for six seconds at most, on a busy machine; then says what is wrong. */
export async function soon<T>(look: () => T | undefined | false | null, what: string): Promise<T> {
  for (const since = performance.now(); performance.now() - since < 6_000; ) {
    const found = look()
    if (found) return found
    await new Promise(requestAnimationFrame)
  }
  throw new Error(`Not within six seconds: ${what}`)
}

/** All text one can see in the element, shadow roots included. */
export function seen(root: Element): string {
  const parts: string[] = []
  const walk = (node: Node) => {
    if (node instanceof Text) parts.push(node.data)
    if (node instanceof HTMLSlotElement && node.assignedNodes().length) return node.assignedNodes().forEach(walk)
    if (node instanceof Element && (node.matches('.announcer, style') || !isShown(node))) return
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node
    inside.childNodes.forEach(walk)
  }
  walk(root)
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

// What has no box of its own lets its children have theirs.
const isShown = (element: Element) => element.checkVisibility() || getComputedStyle(element).display === 'contents'

/** The element that has focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

/** What was said last to who cannot see it. */
export const announced = ({ shadowRoot }: Element) => shadowRoot!.querySelector('.announcer')!.textContent!.trim()

export function type(field: HTMLElement, text: string) {
  ;(field as HTMLInputElement).value = text
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

/** Typed at the keyboard, word by word: WebKit's driver loses every space of a call but the first. */
export async function typeKeys(text: string) {
  for (const word of text.match(/\S+\s?/g) ?? []) await sendKeys({ type: word })
}
