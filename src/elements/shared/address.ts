/**
 * The address, if it is one and its scheme is among the allowed ones; checked at the moment of use.
 * @param schemes with their colon: `https:`
 */
export function address(value: string | undefined, schemes: readonly string[] = ['https:', 'http:']): string | undefined {
  try {
    const url = new URL(value ?? '', document.baseURI)
    return value && schemes.includes(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
