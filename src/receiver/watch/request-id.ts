const headers = ['x-request-id', 'x-correlation-id', 'traceparent']
// Forms that machines make and nobody types: UUIDs, hexadecimal from 20 digits on, and the trace of a `traceparent`.
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const hexadecimal = /^[0-9a-f]{20,64}$/i
const trace = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/i

/** The id that whatever stands before the receiver gave to a request; nothing where it could be something else. */
export function requestIdOf({ headers: sent }: Request): string | undefined {
  for (const name of headers) {
    const value = sent.get(name) ?? ''
    if (uuid.test(value) || hexadecimal.test(value)) return value
    const traced = trace.exec(value)?.[1]
    if (traced) return traced
  }
  return undefined
}
