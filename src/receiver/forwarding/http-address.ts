/** An http(s) address as it may stand in a text or a card; undefined for anything else. */
export function httpAddress(address: string | undefined): string | undefined {
  try {
    const { protocol, href } = new URL(address!)
    return /^https?:$/.test(protocol) ? href.replace(/[<>]/g, encodeURIComponent) : undefined
  } catch {
    return undefined
  }
}
