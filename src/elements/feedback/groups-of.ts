import type { Field } from '../../core/forms/field.ts'

/** Quiet additions: neighbours of that kind share a line. */
export const isExtra = ({ type }: Field): boolean => /^(element|screenshot|file|observations)$/.test(type)

/** Fields in their order, neighbouring extras together. */
export function groupsOf(fields: readonly Field[]): Field[][] {
  const groups: Field[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (isExtra(field) && last?.every(isExtra)) last.push(field)
    else groups.push([field])
  }
  return groups
}
