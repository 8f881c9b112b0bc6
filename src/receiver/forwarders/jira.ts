import type { Attachment } from '../../core/issue/issue.ts'
import { toBase64 } from '../../core/support/base64.ts'
import { shorten } from '../../core/support/whole-at.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import type { Part } from '../../core/transports/describe.ts'
import { at } from '../../core/transports/fill.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { encode } from '../bytes.ts'
import { asAdf } from '../forwarding/adf.ts'
import { describeIssue, labelsOf } from '../forwarding/describe-issue.ts'
import { fitted } from '../forwarding/fit-parts.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { isFinal, unlessGone } from '../forwarding/is-final.ts'
import { jiraMark, jiraNews, jiraState, lastText } from '../forwarding/jira-news.ts'
import { findIn } from '../forwarding/look-first.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'
import { statusReader, type StatusNames } from '../forwarding/tracker-status.ts'

export interface JiraOptions extends ForwarderOptions {
  /** `https://your-name.atlassian.net`. */
  site: string
  /** Whose token it is. */
  email: string
  token: string
  /** The project's key. */
  project: string
  /** The type of the issues, by its name in that project. Default `Task`. */
  type?: string
  labels?: readonly string[]
  /** The webhook's. Without one nothing comes back. */
  secret?: string
  /** What your columns mean for the customer, beside done (closed) and not done any more (open): `{ 'Waiting for customer': 'answered' }`. */
  statuses?: StatusNames
  /** `public`: what people comment is told the customer, unless it is internal or for a group only. Default: only the status is. */
  comments?: 'public'
}

// 32,767 characters of the document as it is kept; somewhat less, because Jira does not say how it counts.
const longest = 32_000
const perPage = 100
// Jira waits 20 seconds for the answer to a webhook.
const whileHeard = 8_000

/**
 * Issues of a project on Jira Cloud with their files, comments for what the customer says later, and back: the status, and answers.
 * Version 3 of the API, because its texts are documents, in which words are data; those of version 2 are wiki markup, in which they ring
 * and fetch. Jira keeps no keys: each issue gets a label `earshot-<id>`, by which an attempt that follows another one looks for it. Its
 * search may be minutes late, so that a second one may come to be: `duplicates: 'possible'`. An issue that is moved to another project has
 * another key: news of it are not known any more.
 * Checked 2026-11-22: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/,
 * https://developer.atlassian.com/cloud/jira/platform/search-and-reconcile/, https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export function jira({ site, email, token, project, type = 'Task', labels = [], secret, statuses, comments, caseUrl, ...options }: JiraOptions): Forwarder {
  expectOption(/^[A-Za-z]\w*$/.test(project), 'project', 'the key of a project', project)
  expectOption([email, token].every(text => typeof text === 'string' && text !== ''), 'email and token', 'texts', 'something else')
  const Authorization = `Basic ${toBase64(encode(`${email}:${token}`))}`
  const base = site.replace(/\/$/, '')
  const service = openService({ ...options, name: 'Jira', base: `${base}/rest/api/3`, headers: { Authorization }, words })

  const statusOf = statusReader(statuses)

  const fitting = (parts: readonly Part[], link?: string) => asAdf(fitted(parts, some => JSON.stringify(asAdf(some, link)).length <= longest), link)

  async function attach(key: string, files: readonly Attachment[], signal: AbortSignal): Promise<void> {
    for (const { name, type, bytes } of files) {
      const body = new FormData()
      body.set('file', new Blob([bytes], { type }), name)
      const headers = { 'X-Atlassian-Token': 'no-check' }
      // Too large for this Jira, say: its name stands in the text, its bytes lie with the receiver.
      await service.call({ path: `/issue/${key}/attachments`, body, headers, signal }).catch((error: unknown) => {
        if (!isFinal(error)) throw error
      })
    }
  }

  async function find(label: string, signal: AbortSignal) {
    const json = { jql: `project = "${project}" AND labels = "${label}" ORDER BY created ASC`, fields: ['attachment'], maxResults: 1 }
    const { said } = await service.call({ path: '/search/jql', json, asks: true, signal })
    if (!Array.isArray(at(said, 'issues'))) throw service.foreign('a list of issues')
    const attached = at(said, 'issues.0.fields.attachment')
    return { key: at(said, 'issues.0.key'), names: (Array.isArray(attached) ? attached : []).map(file => at(file, 'filename')) }
  }

  async function create(issue: Parameters<Forwarder['send']>[0], label: string, signal: AbortSignal): Promise<unknown> {
    const { title, parts } = describeIssue(issue)
    const fields = {
      project: { key: project },
      issuetype: { name: type },
      summary: shorten(title.replace(/[\s\p{Cc}]+/gu, ' '), 255),
      description: fitting(parts, caseUrl?.(issue)),
      labels: [...labelsOf(issue, labels) ?? [], label],
    }
    return at((await service.call({ path: '/issue', json: { fields }, signal })).said, 'key')
  }

  // Made here, their files not yet all there: the search may not know them when the next attempt looks.
  const unfinished = new Map<string, string>()

  return {
    duplicates: 'possible',

    async send(issue, attachments, { signal, again }) {
      const label = `earshot-${issue.id}`
      const found = again ? await find(label, signal) : undefined
      const key = found?.key ?? unfinished.get(issue.id) ?? (await create(issue, label, signal))
      if (typeof key !== 'string' || !/^\w+-\d+$/.test(key)) throw service.foreign('an issue that has a key')
      unfinished.set(issue.id, key)
      await attach(key, attachments.filter(({ name }) => !found?.names.includes(name)), signal)
      unfinished.delete(issue.id)
      return { id: issue.id, reference: key, url: `${base}/browse/${key}`, acceptedAt: service.isoNow() }
    },

    async reply({ reference }, message, { signal, attachments = [] }) {
      if (!/^\w+-\d+$/.test(reference)) throw new TransportError('transport/wrong-receipt', `A receipt of Jira's has a key; this one has "${reference}"`, { retry: 'never' })
      const path = `/issue/${reference}/comment`
      const mark = jiraMark(message.id)
      const list = async (page: number): Promise<unknown[]> => {
        const { said } = await service.call({ path, query: { startAt: (page - 1) * perPage, maxResults: perPage, orderBy: '-created' }, signal, most: 8 * 1_024 * 1_024 })
        const comments = at(said, 'comments')
        if (!Array.isArray(comments)) throw service.foreign('a list of comments')
        return comments
      }
      // As its last line and nothing else: no text of a customer's is one without its label.
      const isIt = (comment: unknown) => lastText(at(comment, 'body')) === mark
      if (await findIn(list, perPage, isIt)) return
      const document = fitting(messageParts(message))
      document.content.push({ type: 'paragraph', content: [{ type: 'text', text: mark, marks: [{ type: 'code' }] }] })
      // Files first: they are looked for by nobody, and once the comment is there, nothing is tried again.
      await attach(reference, attachments, signal)
      const { said } = await service.call({ path, json: { body: document }, signal })
      if (typeof at(said, 'id') !== 'string') throw service.foreign('a comment that has an id')
    },

    ...(secret && {
      hook(request: Request, body: Uint8Array) {
        const look = async (path: string) => (await service.call({ path, signal: AbortSignal.timeout(whileHeard) }).catch(unlessGone))?.said
        return jiraNews({
          secret, project, statusOf,
          findStatus: async id => {
            const found = await look(`/status/${encodeURIComponent(id)}`)
            return found === undefined ? undefined : jiraState(found)
          },
          ...(comments && { findComment: (key, id) => look(`/issue/${key}/comment/${id}`) }),
        }, request, body)
      },
    }),
  }
}

function words(said: unknown, { status }: Response): OwnWords {
  const errors = at(said, 'errors')
  const messages = [at(said, 'errorMessages'), Object.entries(errors ?? {}).map(([field, text]) => `${field}: ${String(text)}`)].flat(2)
  const detail = messages.filter(text => typeof text === 'string').join('; ')
  return { ...(detail && { detail }), ...(status === 429 && { retry: 'later' }) }
}
