import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { RungNews } from '../issue/rung-news.ts'
import type { Thread } from '../issue/thread.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { bearer, type Line } from './http-line.ts'
import type { HttpOptions } from './http.ts'
import { readCase } from './read-case.ts'
import { answerLimit } from './read-limited.ts'
import { readNews } from './read-news.ts'
import { TransportError, type Share } from './transport.ts'

interface Options { signal: AbortSignal }

/** As many as fifty whole cases need, in bytes. */
const listLimit = 16 * answerLimit

export async function requests(
  { call, identified, isoNow, foreign }: Line, identity: HttpOptions['identity'], { signal }: Options,
): Promise<{ issue: Issue; receipt: Receipt; thread?: Thread }[]> {
  return identified(identity, async token => {
    if (!token) return []
    const { said } = await call({ headers: { 'Earshot-Identity': token }, signal, most: listLimit })
    if (!isRecord(said) || !Array.isArray(said.requests)) throw foreign('a list of requests')
    return said.requests.map(value => readCase(value, isoNow())).filter(found => found !== undefined)
  })
}

export async function people({ call, foreign }: Line, { signal }: Options): Promise<Record<string, RungNews>> {
  const { said } = await call({ path: ['people'], signal })
  if (isRecord(said) && isRecord(said.rungs)) return readNews(said.rungs)
  throw foreign('what is known of the rungs')
}

export async function share({ call, foreign }: Line, receipt: Receipt, { signal }: Options): Promise<Share> {
  const { said } = await call({ path: [receipt.id, 'shares'], method: 'POST', headers: bearer(receipt), signal })
  const { token, code, expiresAt } = isRecord(said) ? said : {}
  if (typeof token === 'string' && typeof code === 'string' && typeof expiresAt === 'string') return { token, code, expiresAt }
  throw foreign('a key to share')
}

export async function unshare({ call }: Line, receipt: Receipt, { signal }: Options): Promise<void> {
  await call({ path: [receipt.id, 'shares'], method: 'DELETE', headers: bearer(receipt), signal })
}

export async function open({ call, isoNow, foreign }: Line, code: string, { signal }: Options): Promise<{ issue: Issue; receipt: Receipt }> {
  const headers = { 'Content-Type': 'application/json' }
  const { said } = await call({ path: ['open'], method: 'POST', headers, body: stringify({ code }), signal }).catch((error: TransportError) => {
    // For an issue that may mean a backend that is being set up; for a code it is the answer.
    if (error.status !== 404 && error.status !== 410) throw error
    const { status, detail } = error
    throw new TransportError('transport/wrong-code', 'The code stands for nothing, or no longer', { retry: 'never', status, ...(detail && { detail }) })
  })
  const found = readCase(said, isoNow())
  if (found) return { issue: found.issue, receipt: found.receipt }
  throw foreign('an issue and its receipt')
}
