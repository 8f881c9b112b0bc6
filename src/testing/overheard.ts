const methods = ['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir'] as const

/** Everything that the work says to the console, as texts; the console is as it was when it is done. */
export async function overheard(work: () => Promise<void>): Promise<string[]> {
  const said: string[] = []
  const before = methods.map(method => console[method])
  for (const method of methods) console[method] = (...given: unknown[]) => void said.push(...given.map(everythingIn))
  try {
    await work()
  } finally {
    methods.forEach((method, index) => (console[method] = before[index]!))
  }
  return said
}

/** Whatever somebody might read in a value: of an error its message, stack, cause and details as well. */
export function everythingIn(value: unknown): string {
  const seen = new Set<unknown>()
  const read = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return String(value)
    if (seen.has(value) || seen.size > 1_000) return ''
    seen.add(value)
    return Object.getOwnPropertyNames(value).map(key => `${key} ${read(valueOf(value, key))}`).join('\n')
  }
  return read(value)
}

function valueOf(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key]
  } catch {
    return undefined
  }
}
