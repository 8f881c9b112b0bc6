import { readKeys, readWhen, unknown, wrongValue } from './read-when.ts'
import type { When } from './when.ts'

/** A rule out of JSON: which issues go to whom, by name. */
export interface NamedRule {
  when?: When
  to: readonly string[]
  /** Side remarks that fit go as issues of their own, instead of the whole issue. */
  observations?: boolean
  /** Only what looks like spam (`true`), or only what does not. */
  suspicious?: boolean
}

/**
 * A list of rules out of JSON: `[{ "when": { "audience": "workshop" }, "to": "github" }]`. Of `to` a copy without repetitions.
 * @param names those that `to` may name.
 * @throws {EarshotError} `route/unknown-key`, `route/wrong-value` or `route/unknown-way`; `details.path` is a JSON pointer.
 */
export function readRules(value: unknown, names: readonly string[], path: readonly (string | number)[] = []): NamedRule[] {
  if (!Array.isArray(value)) throw wrongValue(path, 'a list of rules', value)
  return value.map((rule, index) => readRule(rule, names, [...path, index]))
}

function readRule(value: unknown, names: readonly string[], path: readonly (string | number)[]): NamedRule {
  const { when, to, ...flags } = readKeys(value, path, ['when', 'to', 'observations', 'suspicious'])
  const named: readonly unknown[] = [to].flat()
  if (named.length === 0) throw wrongValue([...path, 'to'], 'a name or a list of names', to)
  for (const name of named) {
    if (typeof name !== 'string') throw wrongValue([...path, 'to'], 'a name or a list of names', to)
    if (!names.includes(name)) throw unknown('route/unknown-way', [...path, 'to'], `names "${name.slice(0, 60)}", which there is not`, name, names)
  }
  for (const [key, flag] of Object.entries(flags)) if (typeof flag !== 'boolean') throw wrongValue([...path, key], 'true or false', flag)
  return {
    ...(when !== undefined && { when: readWhen(when, [...path, 'when']) }),
    to: [...new Set(named as string[])],
    ...flags,
  }
}
