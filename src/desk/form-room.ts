import { formOf, type OwnForm } from '../core/forms/form-of.ts'
import type { Form } from '../core/forms/form.ts'
import type { Context } from './context.ts'
import { tellOnce } from './tell-once.ts'

// What is declared is read once for each desk, with its first form.
const checked = new WeakMap<Context, Promise<ReadonlyMap<string, OwnForm>>>()

// A link is no one to praise.
const reachable = new Set<unknown>(['message', 'email', 'phone', 'callback', 'chat', 'visit'])

/** A form as it is to be shown: the owner's declaration over the built-in one. How to read declarations is fetched only where there are some. */
export async function deskForm(context: Context, id: string): Promise<Form> {
  const { settings, seams } = context
  const { topics, ladder, prefill, locale, capture } = settings
  const own = (await ownForms(context)).get(id)
  const known = prefill && Object.hasOwn(prefill, id) ? prefill[id] : undefined
  const [initial, page] = await Promise.all([
    own || known ? import('../core/forms/initial.ts') : undefined,
    // Nothing is read of the address unless a field asks for it.
    own?.fields?.some(({ declared }) => declared.fromUrl) ? seams.page?.reading() : undefined,
  ])
  return formOf(id, own, {
    locale,
    off: [...(capture.element ? [] : ['element']), ...(capture.screenshot ? [] : ['screenshot']), ...(capture.files ? [] : ['file'])],
    people: ladder.filter(({ kind }) => reachable.has(kind)).map(({ name }) => name),
    audienceOf: topic => topics.find(({ id }) => id === topic)?.audience,
    ...(initial && {
      begin: fields => initial.initialOf(fields, { prefill: known, path: `/prefill/${id}`, parameter: name => page?.parameter?.(name), tell: tellOnce(context) }),
    }),
  })
}

function ownForms(context: Context): Promise<ReadonlyMap<string, OwnForm>> {
  const { forms, fieldTypes, locale } = context.settings
  if (!forms.length && !fieldTypes) return Promise.resolve(new Map())
  let reading = checked.get(context)
  if (!reading) {
    reading = import('../core/forms/check-forms.ts').then(room => room.checkForms(forms, { locale, tell: context.tell, ...(fieldTypes && { fieldTypes }) }))
    checked.set(context, reading)
    // A chunk that did not arrive must not cost the forms for ever.
    reading.catch(() => checked.delete(context))
  }
  return reading
}
