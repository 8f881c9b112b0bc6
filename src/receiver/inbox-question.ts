import { readField } from '../core/forms/read-field.ts'
import { isRecord, type Json } from '../core/support/json.ts'
import { unprocessable } from './message.ts'

/** What can be asked within a thread: what a customer answers in a small form. Files travel with any answer. */
const askable = ['text', 'choice', 'choices', 'number', 'date', 'email', 'phone', 'rating', 'consent']

const most = 10

/**
 * Reads the small form of a question, by the rules of every form, and keeps it as it was declared: the page reads it again, in the
 * customer's language. Without `fields` the answer is words. @throws {Refusal} 422
 */
export function readQuestion(given: Json | undefined): Record<string, unknown>[] | undefined {
  if (given === undefined) return undefined
  if (!Array.isArray(given) || !given.length || given.length > most) {
    throw unprocessable({ pointer: '/fields', detail: `expected a list of 1 to ${most} fields` })
  }
  const names = new Set<string>()
  return given.map((declared, index) => {
    const refuse = (place: string, detail: string) => unprocessable({ pointer: `/fields/${index}${place}`, detail })
    if (!isRecord(declared)) throw refuse('', 'expected an object with a type and a name')
    const field = readField(declared, { locale: 'en', tags: new Map(), complain: (_code, place, message) => { throw refuse(place, message) } })!
    if (!askable.includes(field.type)) throw refuse('/type', `expected ${askable.join(', ')}`)
    if (!field.label) throw refuse('/label', 'expected what is asked')
    if (names.has(field.name)) throw refuse('/name', 'expected every name once')
    names.add(field.name)
    return declared
  })
}
