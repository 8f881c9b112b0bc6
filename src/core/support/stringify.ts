// Taken at load: the page may patch them later.
const { stringify: native } = JSON
const { keys } = Object

/**
 * `JSON.stringify` for plain data, deaf to any `toJSON`: old Prototype.js puts one on `Array.prototype` and turns
 * every list into a string. Own enumerable keys in their own order, so that a parsed text comes back as the same characters.
 * @throws {RangeError} for a cycle. A `Date` becomes `{}`: give it texts.
 */
export function stringify(value: unknown): string {
  if (typeof value !== 'object' || value === null) return native(value)
  if (Array.isArray(value)) return `[${value.map(item => stringify(item) ?? 'null').join()}]`
  const data = value as Record<string, unknown>
  return `{${keys(data)
    .map(key => [native(key), stringify(data[key])] as const)
    .filter(([, text]) => text !== undefined)
    .map(([key, text]) => `${key}:${text}`)
    .join()}}`
}
