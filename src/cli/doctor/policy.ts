/** A Content Security Policy: its directives, in lower case, with their sources. */
export type Policy = ReadonlyMap<string, readonly string[]>

/** The policies of a header or of a `<meta>`; commas part them. The first of two directives of one name counts. */
export function readPolicies(text: string): Policy[] {
  return text.split(',').map(policy => {
    const directives = new Map<string, string[]>()
    for (const directive of policy.split(';')) {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources)
    }
    return directives
  }).filter(({ size }) => size > 0)
}

export interface Wanted {
  /** The directive, and those that speak for it where it is missing. */
  directives: readonly string[]
  url: URL
  /** Of the tag that asks; only scripts have one. */
  nonce?: string
  /** Of the same tag: the hashes of what it wants, apart by spaces. */
  integrity?: string
}

/** The directive that forbids an address; undefined where it may be fetched. */
export function forbidding(policies: readonly Policy[], { directives, url, ...tag }: Wanted, page: URL): string | undefined {
  for (const policy of policies) {
    const name = directives.find(each => policy.has(each))
    const sources = name === undefined ? undefined : policy.get(name)
    if (sources && !allows(sources, url, tag, page)) return name
  }
  return undefined
}

function allows(sources: readonly string[], url: URL, { nonce, integrity }: Pick<Wanted, 'nonce' | 'integrity'>, page: URL): boolean {
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true
  if (integrity?.split(/\s+/).every(hash => sources.includes(`'${hash}'`))) return true
  // Then only what a trusted script fetches is trusted, and no host is.
  if (sources.includes("'strict-dynamic'")) return false
  return sources.some(source => matches(source, url, page))
}

function matches(source: string, url: URL, page: URL): boolean {
  const lower = source.toLowerCase()
  if (lower === "'self'") return url.host === page.host && (url.protocol === page.protocol || (page.protocol === 'http:' && url.protocol === 'https:'))
  if (lower === '*') return /^https?:$/.test(url.protocol)
  if (/^[a-z][a-z\d+.-]*:$/.test(lower)) return isScheme(lower, url.protocol)
  const match = /^(?:([a-z][a-z\d+.-]*:)\/\/)?(\*|(?:\*\.)?[^/:*']+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source)
  if (!match) return false
  const [, scheme, host = '', port, path = ''] = match
  const name = host.toLowerCase()
  const named = name === '*' || (name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name)
  return named && isScheme(scheme?.toLowerCase() ?? page.protocol, url.protocol) && fitsPort(port, url) && fitsPath(path, url.pathname)
}

// What may be had openly may be had securely.
const isScheme = (wanted: string, scheme: string) => wanted === scheme || (wanted === 'http:' && scheme === 'https:')
const usual = (scheme: string) => (scheme === 'https:' ? '443' : '80')
const fitsPort = (port: string | undefined, url: URL) => port === '*' || (port ?? usual(url.protocol)) === (url.port || usual(url.protocol))
const fitsPath = (path: string, pathname: string) => !path || (path.endsWith('/') ? pathname.startsWith(path) : pathname === path)
