import type { Detector } from './detector.ts'

interface Tries {
  /** With how many values it was wrong, and how often it was sent wrong. */
  values: number
  sent: number
  /** Being typed in now; changed since it was wrong. */
  typing: boolean
  fresh: boolean
  sentAt: number
}

// As long as pages take to say what is wrong, in milliseconds.
const pause = 500

/** The same field is wrong for the second time: with another value, or sent again as it was. */
export const fieldInvalid: Detector = {
  type: 'field-invalid',
  watch({ clock, hear, after, ended }, report) {
    const fields = new WeakMap<Element, Tries>()
    let sentAt = 0
    const triesOf = (field: Element): Tries => {
      if (!fields.has(field)) fields.set(field, { values: 0, sent: 0, typing: false, fresh: true, sentAt: 0 })
      return fields.get(field)!
    }
    /** What was typed is now meant: wrong again would be wrong anew. */
    const renew = (field: Element) => {
      const tries = triesOf(field)
      tries.fresh ||= tries.typing
      tries.typing = false
    }
    const fail = (field: Element) => {
      const tries = triesOf(field)
      // Somebody who is typing has not failed yet, whatever a script thinks of the first letters.
      if (tries.typing) return
      if (tries.fresh) tries.values++
      // A script may ask all fields when one is left; only the first answer to each sending counts.
      if (clock.now() - sentAt <= pause && tries.sentAt !== sentAt) {
        tries.sentAt = sentAt
        tries.sent++
      }
      tries.fresh = false
      if (tries.values > 1 || tries.sent > 1) report(field)
    }
    /** As it is shown to the customer; only whether, never what. */
    const check = (field: Element) => {
      const { form, ariaInvalid } = field as HTMLInputElement
      if (ariaInvalid === 'true' || (!form?.noValidate && field.matches(':user-invalid'))) fail(field)
    }
    hear('input', (_, field) => field && (triesOf(field).typing = true))
    // Pages say what is wrong at the first of the two, which shadow roots keep to themselves.
    hear('change focusout', (_, field) => {
      if (!field || !triesOf(field).typing) return
      renew(field)
      after(pause, () => check(field))
    })
    hear('click keydown submit', (event, target) => {
      const { type, key } = event as KeyboardEvent
      if (type === 'submit' || (type === 'click' ? target?.closest('button, [type=submit], [type=image], [role=button]') : key === 'Enter')) sentAt = clock.now()
      if (type !== 'submit') return
      const { elements } = event.target as HTMLFormElement
      for (const field of elements) renew(field)
      after(pause, () => [...elements].forEach(check))
    })
    hear('invalid', (_, field) => {
      if (!field) return
      if (clock.now() - sentAt <= pause) renew(field)
      fail(field)
    })
    const observer = new MutationObserver(changes => {
      for (const { target, oldValue } of changes) if (oldValue !== 'true') check(target as Element)
    })
    observer.observe(document, { subtree: true, attributeFilter: ['aria-invalid'], attributeOldValue: true })
    ended.addEventListener('abort', () => observer.disconnect())
  },
}
