import type { Attachment } from '../../core/issue/issue.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import { at } from '../../core/transports/fill.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { describeIssue, labelsOf } from '../forwarding/describe-issue.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { gitlabNews, isGitlabs, type GitlabSecrets } from '../forwarding/gitlab-news.ts'
import { inTurn } from '../forwarding/in-turn.ts'
import { unlessGone } from '../forwarding/is-final.ts'
import { linkedFile } from '../forwarding/linked-file.ts'
import { findIn } from '../forwarding/look-first.ts'
import { asMarkdown, isMadeOf, plainTitle } from '../forwarding/markdown.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { numberedReceipt, numberIn } from '../forwarding/numbered.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'

export interface GitlabOptions extends ForwarderOptions, GitlabSecrets {
  /** `group/name`, with all groups, or the number. With `group/name` the webhook's news are known by it, too. */
  project: string
  /** Of the project, a group or a person; scope `api`, role Reporter or higher. */
  token: string
  /** Of your own GitLab. Default `https://gitlab.com`. */
  host?: string
  labels?: readonly string[]
  /** Default `true`: only members see the issue, because customers' addresses stand in it. */
  confidential?: boolean
  /** `public`: what members of the project comment is told the customer. Default: only closed and opened again is. */
  comments?: 'public'
}

const day = 86_400_000
const perPage = 100
// A page of a hundred issues with a description of 1 MB each is cut off: then the next attempt looks again.
const longListing = 32 * 1_024 * 1_024
const longest = 1_000_000

/**
 * Issues of a project on GitLab with their files, comments for what the customer says later, and back: closed, opened again, answered.
 * GitLab takes no key, and ids and dates only from administrators, so the description carries the id in a hidden comment; an attempt
 * that follows another one looks for it among the issues of the last day, and by the search among older ones. What GitLab is still at while
 * it is asked is not found: `duplicates: 'possible'`.
 * Checked 2026-11-22: https://docs.gitlab.com/api/issues/, https://docs.gitlab.com/api/notes/,
 * https://docs.gitlab.com/api/project_markdown_uploads/, https://docs.gitlab.com/user/project/integrations/webhook_events/
 */
export function gitlab({ project, token, host, labels, confidential = true, comments, secret, signingToken, caseUrl, ...options }: GitlabOptions): Forwarder {
  expectOption(/^[\w.-]+(?:\/[\w.-]+)*$/.test(project), 'project', 'group/name or a number', project)
  expectOption(typeof token === 'string' && token !== '', 'token', 'a token', typeof token)
  const base = `${(host ?? 'https://gitlab.com').replace(/\/$/, '')}/api/v4`
  const service = openService({ ...options, name: 'GitLab', base, headers: { 'PRIVATE-TOKEN': token }, words })
  const root = `/projects/${encodeURIComponent(project)}`

  const receiptOf = (id: string, said: unknown) => numberedReceipt(id, said, { number: 'iid', url: 'web_url' }, service)

  async function list(path: string, query: Record<string, string | number>, signal: AbortSignal): Promise<unknown[]> {
    const { said } = await service.call({ path: root + path, query: { ...query, per_page: perPage }, signal, most: longListing })
    if (!Array.isArray(said)) throw service.foreign('a list')
    return said
  }

  async function find(id: string, signal: AbortSignal): Promise<unknown> {
    const isIt = isMadeOf(id, 'description')
    const since = new Date(service.now() - day).toISOString()
    const recent = (page: number) => list('/issues', { scope: 'all', created_after: since, page }, signal)
    return (await findIn(recent, perPage, isIt)) ?? (await list('/issues', { scope: 'all', search: id, in: 'description' }, signal)).find(isIt)
  }

  /** Its address within the project. */
  async function upload({ name, type, bytes }: Attachment, signal: AbortSignal): Promise<string> {
    const body = new FormData()
    body.set('file', new Blob([bytes], { type }), name)
    const { said } = await service.call({ path: `${root}/uploads`, body, signal })
    const url = at(said, 'url')
    if (typeof url !== 'string') throw service.foreign('the address of a file')
    return url
  }

  return {
    duplicates: 'possible',

    async send(issue, attachments, { signal, again }) {
      const found = again ? await find(issue.id, signal) : undefined
      if (found) return receiptOf(issue.id, found)
      const { title, parts } = describeIssue(issue)
      const all = labelsOf(issue, labels)
      const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
      const description = asMarkdown(issue.id, parts, { most: longest, files, caseUrl: caseUrl?.(issue) })
      const json = { title: plainTitle(title), description, confidential, ...(all && { labels: all.join(',') }) }
      const { said } = await service.call({ path: `${root}/issues`, json, signal })
      return receiptOf(issue.id, said)
    },

    async reply(receipt, message, { signal, attachments = [] }) {
      const path = `/issues/${numberIn(receipt)}/notes`
      if (await findIn(page => list(path, { sort: 'desc', page }, signal), perPage, isMadeOf(message.id, 'body'))) return
      const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
      const body = asMarkdown(message.id, messageParts(message), { most: longest, files })
      const { said } = await service.call({ path: root + path, json: { body }, signal })
      if (!Number.isInteger(at(said, 'id'))) throw service.foreign('a note that has an id')
    },

    ...((secret || signingToken) && {
      async hook(request: Request, body: Uint8Array) {
        if (!(await isGitlabs({ secret, signingToken }, request, body, service.now()))) return undefined
        const isMember = async (user: string) => {
          const found = await service.call({ path: `${root}/members/all/${user}`, signal: AbortSignal.timeout(10_000) }).catch(unlessGone)
          return Number(at(found?.said, 'access_level')) >= reporter
        }
        return gitlabNews({ project, ...(comments && { isMember }) }, request, body)
      },
    }),
  }
}

const reporter = 20

function words(said: unknown, { status, headers }: Response, now: number): OwnWords {
  const message = at(said, 'message') ?? at(said, 'error')
  const detail = typeof message === 'string' ? message : message === undefined ? undefined : JSON.stringify(message)
  const untilReset = Number(headers.get('ratelimit-reset')) * 1_000 - now
  const afterMs = status === 429 && !headers.has('retry-after') && untilReset > 0 ? Math.min(untilReset, day) : undefined
  return { ...(detail && { detail }), ...(afterMs && { afterMs }) }
}
