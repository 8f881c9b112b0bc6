import type { Verdict } from './transport.ts'

// 4xx that another time may well change: a token, a setting, a lock, a limit.
const passing: Record<number, string | undefined> = {
  401: 'unauthorized', 403: 'unauthorized', 404: 'not-found', 405: 'not-found', 407: 'proxy', 408: 'failed', 409: 'in-progress',
  410: 'not-found', 421: 'failed', 423: 'failed', 424: 'failed', 425: 'failed', 429: 'busy',
}

/** What a status other than 2xx means for the issue: `never` for 4xx that speak of the issue itself, else `later`. */
export function verdict(status: number): { retry: Verdict; code: string } {
  const later = passing[status]
  if (!later && status >= 400 && status < 500) return { retry: 'never', code: status === 413 ? 'transport/too-large' : 'transport/refused' }
  return { retry: 'later', code: 'transport/' + (later ?? (status === 503 ? 'busy' : 'failed')) }
}
