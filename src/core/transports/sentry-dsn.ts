import { EarshotError, messageOf } from '../support/errors.ts'
import { version } from '../support/version.ts'

/**
 * Where a DSN sends envelopes, with the key in the query: as a header it would need CORS to be asked first.
 * @throws {EarshotError} `transport/no-endpoint`; a DSN with a secret is not repeated.
 */
export function readDsn(dsn: string): URL {
  const shape = 'A DSN reads https://<public key>@<host>/<project>'
  let url: URL
  try {
    url = new URL(dsn)
  } catch {
    throw new EarshotError('transport/no-endpoint', `${shape}; got ${messageOf(dsn)}`)
  }
  if (url.password) throw new EarshotError('transport/no-endpoint', `${shape}; this one has a secret key as well, which must not be in a page`)
  const { protocol, host, username } = url
  const [, path = '', project = ''] = /^(.*)\/(\d+)\/?$/.exec(url.pathname) ?? []
  const whole = /^https?:$/.test(protocol) && /^\w+$/.test(username) && project
  if (!whole) throw new EarshotError('transport/no-endpoint', `${shape}; got ${messageOf(dsn)}`)
  const endpoint = new URL(`${protocol}//${host}${path}/api/${project}/envelope/`)
  endpoint.search = new URLSearchParams({ sentry_version: '7', sentry_key: username, sentry_client: `earshot/${version}` }).toString()
  return endpoint
}
