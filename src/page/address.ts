/** An address without query and fragment, which carry tokens and names, and without a user's name; undefined where it is none of the web. */
export function plainAddress(address: string | URL | Location): string | undefined {
  if (typeof address === 'string') return URL.canParse(address) ? plainAddress(new URL(address)) : undefined
  return /^https?:$/.test(address.protocol) ? address.origin + address.pathname : undefined
}
