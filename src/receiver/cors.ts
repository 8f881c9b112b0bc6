/** Adds to every answer what browsers and caches must know. */
export function withCors(response: Response, request: Request, origins: '*' | readonly string[] | undefined): Response {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  headers.set('x-content-type-options', 'nosniff')
  const origin = request.headers.get('origin')
  if (origins && origins !== '*') headers.append('vary', 'Origin')
  if (origins === '*' || (origin && origins?.includes(origin))) {
    headers.set('access-control-allow-origin', origins === '*' ? '*' : origin!)
    // Date, so that a Retry-After in that form can be read against the server's clock.
    headers.set('access-control-expose-headers', 'Retry-After, Location, Date, ETag')
    if (request.method === 'OPTIONS') {
      headers.set('access-control-allow-methods', 'GET, POST, DELETE')
      headers.set(
        'access-control-allow-headers',
        'Content-Type, Idempotency-Key, Authorization, Earshot-Identity, Earshot-Earlier, If-None-Match')
      headers.set('access-control-max-age', '7200')
    }
  }
  return new Response(response.body, { status: response.status, headers })
}
