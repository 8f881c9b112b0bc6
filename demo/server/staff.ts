const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/
const names = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Whether this request comes from somebody at this machine, in a page of this server. The demonstration has no log-in, so the
 * inbox answers nobody else: not another machine, not a foreign name that was made to point here, not another site's page.
 */
export function isStaff(request: Request & { ip?: string | undefined }): boolean {
  const host = request.headers.get('host') ?? ''
  const origin = request.headers.get('origin')
  return loopback.test(request.ip ?? '') && names.test(host) && (origin === null || origin === `http://${host}`)
}
