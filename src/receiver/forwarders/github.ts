import type { OwnWords } from '../../core/transports/ask.ts'
import { at } from '../../core/transports/fill.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { describeIssue, labelsOf } from '../forwarding/describe-issue.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { githubNews } from '../forwarding/github-news.ts'
import { findIn } from '../forwarding/look-first.ts'
import { asMarkdown, isMadeOf, markerOf, plainTitle } from '../forwarding/markdown.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { numberedReceipt, numberIn } from '../forwarding/numbered.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'

export interface GithubOptions extends ForwarderOptions {
  /** `owner/name`. */
  repository: string
  /** A fine-grained token with "Issues: read and write" on that repository, or an installation's. */
  token: string
  /** Labels for each issue; GitHub makes those that are missing. */
  labels?: readonly string[]
  /** The webhook's. Without one nothing comes back. */
  secret?: string
  /** `public`: what members of the repository comment is told the customer. Default: only closed and opened again is. */
  comments?: 'public'
  /** Of an Enterprise Server: `https://github.example.com/api/v3`. */
  api?: string
  /** Default `2026-03-10`. An older Enterprise Server knows `2022-11-28`. */
  apiVersion?: string
}

const day = 86_400_000
const perPage = 100
// A page of a hundred issues of 64 KiB each.
const longListing = 16 * 1_024 * 1_024
const longest = 65_536

/**
 * Issues of a repository on GitHub, comments for what the customer says later, and back: closed, opened again, answered.
 * Not: files, of which there is no way in over the API. They stay with the receiver; the text names them.
 * GitHub keeps no keys, so the issue carries its id in a hidden comment. An attempt that follows another one looks for it: in the
 * listing of what changed since yesterday, which is up to date, and by the search for older ones, which is not. What GitHub is still at
 * while it is asked is not found: `duplicates: 'possible'`.
 * Checked 2026-11-22: https://docs.github.com/en/rest/issues/issues, https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api,
 * https://github.blog/changelog/2026-03-12-rest-api-version-2026-03-10-is-now-available,
 * https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function github({ repository, token, labels, secret, comments, api, apiVersion, caseUrl, ...options }: GithubOptions): Forwarder {
  expectOption(/^[\w.-]+\/[\w.-]+$/.test(repository), 'repository', 'owner/name', repository)
  expectOption(typeof token === 'string' && token !== '', 'token', 'a token', typeof token)
  const service = openService({
    ...options,
    name: 'GitHub',
    base: api ?? 'https://api.github.com',
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': apiVersion ?? '2026-03-10',
      'User-Agent': 'earshot',
    },
    words,
  })
  const path = `/repos/${repository}/issues`

  const receiptOf = (id: string, said: unknown) => numberedReceipt(id, said, { number: 'number', url: 'html_url' }, service)

  async function list(path: string, query: Record<string, string | number>, signal: AbortSignal, key?: string): Promise<unknown[]> {
    const { said } = await service.call({ path, query: { ...query, per_page: perPage }, signal, most: longListing })
    const items = key ? at(said, key) : said
    if (!Array.isArray(items)) throw service.foreign('a list')
    return items
  }

  async function find(id: string, signal: AbortSignal): Promise<unknown> {
    const isIt = isMadeOf(id, 'body')
    const since = new Date(service.now() - day).toISOString()
    const recent = (page: number) => list(path, { state: 'all', since, sort: 'created', direction: 'desc', page }, signal)
    const q = `repo:${repository} is:issue in:body "${markerOf(id).slice(5, -4)}"`
    return (await findIn(recent, perPage, isIt)) ?? (await list('/search/issues', { q }, signal, 'items')).find(isIt)
  }

  return {
    duplicates: 'possible',

    async send(issue, _files, { signal, again }) {
      const found = again ? await find(issue.id, signal) : undefined
      if (found) return receiptOf(issue.id, found)
      const { title, parts } = describeIssue(issue)
      const all = labelsOf(issue, labels)
      const body = asMarkdown(issue.id, parts, { most: longest, caseUrl: caseUrl?.(issue) })
      const { said } = await service.call({ path, json: { title: plainTitle(title), body, ...(all && { labels: all }) }, signal })
      return receiptOf(issue.id, said)
    },

    async reply(receipt, message, { signal }) {
      const below = `${path}/${numberIn(receipt)}/comments`
      if (await findIn(page => list(below, { page }, signal), perPage, isMadeOf(message.id, 'body'))) return
      const { said } = await service.call({ path: below, json: { body: asMarkdown(message.id, messageParts(message), { most: longest }) }, signal })
      if (!Number.isInteger(at(said, 'id'))) throw service.foreign('a comment that has an id')
    },

    ...(secret && { hook: (request: Request, body: Uint8Array) => githubNews({ secret, repository, comments }, request, body) }),
  }
}

function words(said: unknown, { status, headers }: Response, now: number): OwnWords {
  const message = at(said, 'message')
  const causes = [at(said, 'errors')].flat().map(error => at(error, 'message') ?? at(error, 'code')).filter(Boolean)
  const detail = [message, ...causes].filter(text => typeof text === 'string').join('; ')
  const spent = headers.get('x-ratelimit-remaining') === '0'
  const limited = status === 429 || (status === 403 && (spent || headers.has('retry-after') || /rate limit/i.test(detail)))
  if (!limited) return { detail }
  const untilReset = Number(headers.get('x-ratelimit-reset')) * 1_000 - now
  // Without a word GitHub asks for a minute at least.
  const afterMs = spent && untilReset > 0 ? Math.min(untilReset + 1_000, day) : 60_000
  return { detail, retry: 'later', code: 'transport/busy', ...(!headers.has('retry-after') && { afterMs }) }
}
