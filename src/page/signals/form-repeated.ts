import type { Detector } from './detector.ts'
import { isSearch, typed } from './fields.ts'

// So often within so many milliseconds.
const often = 3
const period = 30_000

/** The same form is sent again and again with nothing changed in it. */
export const formRepeated: Detector = {
  type: 'form-repeated',
  watch({ hear, clock }, report) {
    const sent = new WeakMap<Element, number[]>()
    hear('submit', (_, form) => {
      // Baskets, filters and searches are sent again and again by nature.
      if (!form || isSearch(form) || !form.querySelector(`${typed}:not([type=number]), textarea`)) return
      const now = clock.now()
      const times = [...(sent.get(form) ?? []).filter(at => now - at < period), now]
      sent.set(form, times)
      if (times.length >= often) report(form)
    })
    hear('input', (_, field) => {
      const { form } = (field ?? {}) as HTMLInputElement
      if (form) sent.delete(form)
    })
  },
}
