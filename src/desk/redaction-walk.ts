import { isRecord, type Json } from '../core/support/json.ts'

/** One text of a draft, and where it stands. */
export interface Place { readonly path: readonly (string | number)[]; readonly text: string }

// What is not searched: machines read it, or the customer gave it to be used as it is. `*` is any one step.
const spared = [
  'id', 'version', 'createdAt', 'kind', 'form', 'repeatOf', 'replaces', 'parent', 'contact', 'identity', 'revealed', 'withheld', 'consent', 'rating',
  'escalation/of', 'escalation/rung', 'history/*/id', 'history/*/reference', 'history/*/createdAt', 'history/*/from', 'subject/product/id',
  'journey/articles/*/id', 'journey/searches/*/opened', 'journey/signals/*/type', 'journey/signals/*/at',
  'environment/userAgent', 'environment/timeZone', 'environment/locale', 'diagnostics/versions',
  ...['', 'history/*/'].flatMap(room => ['id', 'type', 'sha256', 'field'].map(name => `${room}attachments/*/${name}`)),
].map(path => path.split('/'))

const isSpared = (path: Place['path']) =>
  spared.some(steps => steps.length === path.length && steps.every((step, index) => step === '*' || step === path[index]))

/** Every text that is searched. Keys are not: they are the owner's. */
export function* textsOf(value: Json | undefined, path: Place['path'] = []): Generator<Place> {
  if (isSpared(path)) return
  if (typeof value === 'string') yield { path, text: value }
  else if (Array.isArray(value)) for (let index = 0; index < value.length; index++) yield* textsOf(value[index], [...path, index])
  else if (isRecord(value)) for (const [key, item] of Object.entries(value)) yield* textsOf(item as Json, [...path, key])
}

/** The same value with other texts in some places; it is changed itself. */
export function putInto(value: Json, { path, text }: Place) {
  let at = value as Record<string | number, Json>
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, Json>
  at[path.at(-1)!] = text
}
