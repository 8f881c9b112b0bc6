import type { Detector } from './detector.ts'
import { isSearch, typed } from './fields.ts'

// So long nothing happens in a field, in milliseconds; so often the same one is filled in again.
const long = 30_000
const often = 4

/** Somebody stands before a field and does not go on, or fills in the same one again and again. */
export const formHesitation: Detector = {
  type: 'form-hesitation',
  watch({ hear, after }, report) {
    const again = new WeakMap<Element, number>()
    const typing = new WeakSet<Element>()
    let cancel = () => {}
    let field: Element | undefined
    const wait = () => {
      cancel()
      const mine = field
      // Away from the page is not before the field.
      if (mine) cancel = after(long, () => document.visibilityState === 'visible' && mine.isConnected && report(mine))
    }
    // What takes thought, a longer text, is no sign.
    const isHere = (target: Element | undefined) => target?.matches(`${typed}, select`) && (target as HTMLInputElement).form && !isSearch(target)
    hear('focusin', (_, target) => {
      field = isHere(target) ? target : undefined
      wait()
    })
    hear('focusout', (_, target) => {
      field = undefined
      cancel()
      if (!target || !typing.delete(target)) return
      const times = (again.get(target) ?? 0) + 1
      again.set(target, times)
      if (times === often) report(target)
    })
    hear('input', (_, target) => {
      if (isHere(target)) typing.add(target!)
    })
    // Whoever moves, reads or looks something up has not stopped.
    hear('input keydown click scroll visibilitychange blur', wait)
  },
}
