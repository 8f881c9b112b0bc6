/** What came instead of what was expected, in a few words that are safe to print. */
export function whatCame(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
