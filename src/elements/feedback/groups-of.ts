import type { Field } from '../../core/forms/field.ts'

/** Fields in their order, neighbours that are quiet extras together: they share a line. */
export function groupsOf(fields: readonly Field[]): { isExtra: boolean; fields: Field[] }[] {
  const groups: { isExtra: boolean; fields: Field[] }[] = []
  for (const field of fields) {
    const isExtra = /^(element|screenshot|file|observations)$/.test(field.type)
    const last = groups.at(-1)
    if (isExtra && last?.isExtra) last.fields.push(field)
    else groups.push({ isExtra, fields: [field] })
  }
  return groups
}
