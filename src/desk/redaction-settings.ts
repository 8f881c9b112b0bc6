import type { FindingKind, Redaction } from '../core/issue/finding.ts'
import type { StretchOptions } from '../core/issue/stretches.ts'
import type { Problem } from '../core/support/errors.ts'
import { nearest } from '../core/support/nearest.ts'

const kinds: readonly FindingKind[] = ['card', 'iban', 'email', 'phone', 'id', 'token', 'secret', 'session', 'hex', 'own']

/** The setting `redaction`, ready to be used: what is wrong in it is told and left out, the rest works. */
export async function redactionSettings(given: Redaction | undefined, tell: (problem: Problem) => void): Promise<StretchOptions> {
  const [patterns, ids, off] = (['patterns', 'ids', 'off'] as const).map(key => textsIn(given, key, tell)) as [Texts, Texts, Texts]
  const own: RegExp[] = []
  if (patterns.length) {
    const { safePattern } = await import('../core/support/safe-pattern.ts')
    for (const [index, source] of patterns) {
      const result = safePattern(source)
      if ('pattern' in result) own.push(result.pattern)
      else tell({ code: 'redaction/bad-pattern', path: `/redaction/patterns/${index}`, message: `The pattern ${JSON.stringify(source.slice(0, 60))} ${result.reason}. It is left out` })
    }
  }
  const idTable = ids.length ? await import('../core/issue/redaction-ids.ts') : undefined
  for (const [index, name] of ids) unknown('ids', index, name, Object.keys(idTable!.ids), tell)
  for (const [index, name] of off) unknown('off', index, name, kinds, tell)
  return {
    own,
    ids: idTable?.idRules(ids.map(([, name]) => name)) ?? [],
    off: off.map(([, name]) => name as FindingKind),
  }
}

type Texts = readonly (readonly [index: number, text: string])[]

function textsIn(given: Redaction | undefined, key: keyof Redaction, tell: (problem: Problem) => void): Texts {
  const list: unknown = given?.[key]
  if (list === undefined) return []
  const isList = Array.isArray(list)
  const texts = isList ? list.flatMap((text: unknown, index): Texts => (typeof text === 'string' ? [[index, text]] : [])) : []
  if (!isList || texts.length < list.length) {
    tell({ code: 'redaction/wrong-value', path: `/redaction/${key}`, message: `"redaction.${key}" must be a list of texts. What is none is left out` })
  }
  return texts
}

function unknown(key: string, index: number, name: string, known: readonly string[], tell: (problem: Problem) => void) {
  if (known.includes(name)) return
  const meant = nearest(name, known)
  tell({ code: 'redaction/unknown-name', path: `/redaction/${key}/${index}`, message: `Nothing is known as "${name.slice(0, 60)}" in "redaction.${key}"${meant ? `; did you mean "${meant}"?` : ''}` })
}
