import type { Verdict } from './transport.ts'

const codes: Record<number, string | undefined> = {
  401: 'unauthorized', 403: 'unauthorized', 404: 'not-found', 405: 'not-found', 409: 'in-progress', 410: 'not-found',
  413: 'too-large', 429: 'busy', 503: 'busy',
}

// 4xx that another time may well change: a token, a setting, a lock, a limit, a proxy.
const passing = [401, 403, 404, 405, 407, 408, 409, 410, 421, 423, 424, 425, 429]

/** What a status other than 2xx means for the issue: `never` for 4xx that speak of the issue itself, else `later`. */
export function verdict(status: number): { retry: Verdict; code: string } {
  const never = status >= 400 && status < 500 && !passing.includes(status)
  return { retry: never ? 'never' : 'later', code: 'transport/' + (codes[status] ?? (never ? 'refused' : 'failed')) }
}
