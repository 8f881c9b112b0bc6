import { createDesk } from 'earshot'
import 'earshot/types/svelte'
import type { SvelteHTMLElements } from 'svelte/elements'

const desk = createDesk()

export const good: [SvelteHTMLElements['earshot-widget'], SvelteHTMLElements['earshot-feedback'], SvelteHTMLElements['earshot-rating']] = [
  { desk, for: 'help', placement: 'top-end', 'onearshot-open': event => void event.type, class: 'help' },
  { deskName: 'billing', form: 'idea', 'onearshot-accepted': ({ receipt }) => void receipt.reference },
  { for: 'walk', scale: 'stars', anchored: true },
]

// @ts-expect-error a scale nobody knows
export const scale: SvelteHTMLElements['earshot-rating'] = { scale: 'marks' }
// @ts-expect-error the receipt has no such field
export const field: SvelteHTMLElements['earshot-feedback'] = { 'onearshot-accepted': ({ receipt }) => receipt.number }
// @ts-expect-error only the panel is opened
export const opened: SvelteHTMLElements['earshot-feedback'] = { 'onearshot-open': () => {} }
