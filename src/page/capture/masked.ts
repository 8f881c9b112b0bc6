import { markedPrivate } from '../left-alone.ts'
import { secret } from '../secret.ts'
import { nearest } from './everything.ts'

/** What nobody may show: whatever is typed there, and what the owner marked. */
const always = `${markedPrivate}, ${secret}`

/** What is another page, or moves: nobody can say what is in it at the moment of the picture. */
const media = 'iframe, frame, object, embed, video, audio'

/** Covered unless the owner shows it: everything the customer may have filled in. */
const fields = [
  'input:not([type=button i], [type=submit i], [type=reset i], [type=image i], [type=hidden i])', 'textarea', 'select',
  '[contenteditable]:not([contenteditable=false i])', '[role=textbox]', '[role=searchbox]', '[role=combobox]:not(button)', '[role=spinbutton]',
].join()

/** A field of the owner's making, whose inside may be closed to us. */
const isOwnField = (element: Element): boolean => (element.constructor as { formAssociated?: unknown }).formAssociated === true

/** Whether an element must not be in a picture. Those inside it must not either. */
export function isMasked(element: Element): boolean {
  if (element.matches(always) || element.matches(media)) return true
  if (!element.matches(fields) && !isOwnField(element)) return false
  return !nearest(element, ({ attributes }) => attributes.getNamedItem('data-earshot-unmask') !== null)
}
