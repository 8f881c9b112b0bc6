/** How long a body is that goes out; of one that is made only while it goes nothing is known. */
export function bytesOf(body: BodyInit | undefined): number {
  if (body === undefined || body instanceof ReadableStream) return 0
  if (body instanceof FormData) return [...body.values()].reduce((sum, value) => sum + new Blob([value]).size, 0)
  return new Blob([body as BlobPart]).size
}
