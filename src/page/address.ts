/** An address without query and fragment, which carry tokens and names, and without a user's name; undefined where it is none of the web. */
export function plainAddress(address: string | URL | Location): string | undefined {
  if (typeof address === 'string') return URL.canParse(address) ? plainAddress(new URL(address)) : undefined
  return /^https?:$/.test(address.protocol) ? address.origin + address.pathname : undefined
}

/** The same of the page we are in. Of an application that keeps its way behind `#/`, or `#!/`, that is a part of where the customer is. */
export function pageAddress(location: URL | Location): string | undefined {
  const [route = ''] = /^#!?\/[^?]*/.exec(location.hash) ?? []
  const address = plainAddress(location)
  return address && address + route
}
