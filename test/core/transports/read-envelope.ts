interface Item { header: Record<string, unknown>; payload: Uint8Array<ArrayBuffer> }

/** An envelope as Sentry reads it: a line of JSON, then for each item a line of JSON and as many bytes as that says. Throws for anything else. */
export function readEnvelope(bytes: Uint8Array<ArrayBuffer>): { header: Record<string, unknown>; items: Item[] } {
  let at = 0
  const line = () => {
    const end = bytes.indexOf(10, at)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(at, end))
    at = end + 1
    return JSON.parse(text) as Record<string, unknown>
  }
  const header = line()
  const items: Item[] = []
  while (at < bytes.length) {
    const header = line()
    const payload = bytes.slice(at, at + Number(header.length))
    at += payload.length
    if (payload.length !== header.length || bytes[at++] !== 10) throw new Error('The envelope is malformed')
    items.push({ header, payload })
  }
  return { header, items }
}
