import type { Attachment } from '../../core/issue/issue.ts'
import { isRecord } from '../../core/support/json.ts'
import { hex } from '../../core/support/hex.ts'
import type { OwnWords } from '../../core/transports/ask.ts'
import { describe } from '../../core/transports/describe.ts'
import { at } from '../../core/transports/fill.ts'
import { mediaType } from '../../core/transports/multipart.ts'
import { TransportError } from '../../core/transports/transport.ts'
import { expectOption } from '../../core/transports/wrong-option.ts'
import { encode } from '../bytes.ts'
import type { Forwarder } from '../forwarding/forwarder.ts'
import { inTurn } from '../forwarding/in-turn.ts'
import { isFinal } from '../forwarding/is-final.ts'
import { linkedFile } from '../forwarding/linked-file.ts'
import { asMarkdown, plainTitle } from '../forwarding/markdown.ts'
import { messageParts } from '../forwarding/message-parts.ts'
import { openService, type ForwarderOptions } from '../forwarding/service.ts'

export interface LinearOptions extends ForwarderOptions {
  /** A personal API key (`lin_api_…`), or `Bearer` and an OAuth token with the scopes `read`, `issues:create` and `comments:create`. */
  key: string
  /** The team's key (`ENG`) or its id. */
  team: string
  /** Ids of labels for each issue. */
  labels?: readonly string[]
}

// Not documented; Linear has taken that much.
const longest = 100_000
const day = 86_400_000
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const issueFields = '{ id identifier url createdAt }'
const queries = {
  team: 'query ($key: String!) { teams(filter: { key: { eq: $key } }, first: 1) { nodes { id } } }',
  issue: `query ($id: ID!) { issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes ${issueFields} } }`,
  comment: 'query ($id: ID!) { comments(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes { id } } }',
  create: `mutation ($input: IssueCreateInput!) { issueCreate(input: $input) { success issue ${issueFields} } }`,
  reply: 'mutation ($input: CommentCreateInput!) { commentCreate(input: $input) { success comment { id } } }',
  upload:
    'mutation ($contentType: String!, $filename: String!, $size: Int!) { fileUpload(contentType: $contentType, filename: $filename, size: $size) ' +
    '{ uploadFile { uploadUrl assetUrl headers { key value } } } }',
}

/** Linear wants version 4: the same one for the same id, each time. */
async function uuidOf(id: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encode(`earshot:${id}`))).slice(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * Issues of a team on Linear with their files, and comments for what the customer says later.
 * Linear takes an id from whoever creates something, so the same issue cannot come to be twice; what its answer to a second one is, is
 * not documented: after any refusal of the input it is looked up by that id. Not: what becomes of it does not come back yet.
 * Checked 2026-11-22: https://linear.app/developers/graphql, https://linear.app/developers/rate-limiting, and the schema and the kinds of
 * errors in https://github.com/linear/linear (packages/sdk/src/schema.graphql, error.ts)
 */
export function linear({ key, team, labels, caseUrl, ...options }: LinearOptions): Forwarder {
  expectOption(typeof key === 'string' && key !== '', 'key', 'an API key', typeof key)
  expectOption(/^[\w-]+$/.test(team), 'team', 'a key (ENG) or an id', team)
  const service = openService({ ...options, name: 'Linear', base: 'https://api.linear.app/graphql', headers: { Authorization: key }, words })

  async function ask(query: string, variables: Record<string, unknown>, signal: AbortSignal): Promise<unknown> {
    const { said, status } = await service.call({ json: { query, variables }, signal })
    if (at(said, 'errors.0')) {
      const { code = 'transport/failed', detail, retry = 'later', afterMs } = refused(said, undefined, 0)
      throw new TransportError(code, `Linear refused: ${detail ?? 'no reason given'}`, { retry, status, ...(detail && { detail }), ...(afterMs && { afterMs }) })
    }
    const data = at(said, 'data')
    if (!isRecord(data)) throw service.foreign('data')
    return data
  }

  let known: string | undefined
  async function teamId(signal: AbortSignal): Promise<string> {
    if (uuid.test(team)) return team
    known ??= String(at(await ask(queries.team, { key: team }, signal), 'teams.nodes.0.id') ?? '')
    if (known) return known
    known = undefined
    throw new TransportError('transport/not-found', `Linear has no team "${team}", or the key may not see it`, { retry: 'later', detail: `No team "${team}"` })
  }

  /** Creates it, unless it is there: the id says so. */
  async function once<T>(find: () => Promise<T | undefined>, again: boolean, create: () => Promise<T>): Promise<T> {
    const found = again ? await find() : undefined
    if (found) return found
    return create().catch(async (error: unknown) => {
      // By an attempt that Linear was still at, too.
      const there = isFinal(error) ? await find() : undefined
      if (there) return there
      throw error
    })
  }

  /** The address under which Linear has it. */
  async function upload({ name, type, bytes }: Attachment, signal: AbortSignal): Promise<string> {
    const contentType = mediaType(type)
    const data = await ask(queries.upload, { contentType, filename: name, size: bytes.byteLength }, signal)
    const file = at(data, 'fileUpload.uploadFile')
    const [place, asset, given] = [at(file, 'uploadUrl'), at(file, 'assetUrl'), at(file, 'headers')]
    if (typeof place !== 'string' || typeof asset !== 'string') throw service.foreign('a place for a file')
    const headers: Record<string, string> = { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=31536000' }
    for (const one of Array.isArray(given) ? given : []) headers[String(at(one, 'key'))] = String(at(one, 'value'))
    await openService({ ...options, name: 'Linear’s store of files', base: place }).call({ method: 'PUT', body: bytes, headers, signal })
    return asset
  }

  return {
    async send(issue, attachments, { signal, again = false }) {
      const id = await uuidOf(issue.id)
      const find = async () => at(await ask(queries.issue, { id }, signal), 'issues.nodes.0')
      const made = await once(find, again, async () => {
        const { title, parts } = describe(issue)
        const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
        const description = asMarkdown(issue.id, parts, { most: longest, files, caseUrl: caseUrl?.(issue) })
        const input = { id, teamId: await teamId(signal), title: plainTitle(title), description, ...(labels && { labelIds: labels }) }
        return at(await ask(queries.create, { input }, signal), 'issueCreate.issue')
      })
      const [reference, url, createdAt] = [at(made, 'identifier'), at(made, 'url'), at(made, 'createdAt')]
      if (typeof reference !== 'string' || !reference) throw service.foreign('an issue that has an identifier')
      return {
        id: issue.id,
        reference,
        ...(typeof url === 'string' && { url }),
        acceptedAt: typeof createdAt === 'string' ? createdAt : service.isoNow(),
      }
    },

    async reply(receipt, message, { signal, attachments = [] }) {
      const [id, issueId] = [await uuidOf(message.id), await uuidOf(receipt.id)]
      const find = async () => at(await ask(queries.comment, { id }, signal), 'comments.nodes.0')
      const made = await once(find, false, async () => {
        const files = await inTurn(attachments, file => linkedFile(file.name, upload(file, signal)))
        const body = asMarkdown(message.id, messageParts(message), { most: longest, files })
        return at(await ask(queries.reply, { input: { id, issueId, body } }, signal), 'commentCreate.comment')
      })
      if (typeof at(made, 'id') !== 'string') throw service.foreign('a comment that has an id')
    },
  }
}

// Another time will not change them. All others, limits of the plan among them, a person or time does.
const final = ['invalid input', 'user error']

function refused(said: unknown, headers: Headers | undefined, now: number): OwnWords {
  const extensions = at(said, 'errors.0.extensions')
  const type = at(extensions, 'type')
  const words = at(extensions, 'userPresentableMessage') ?? at(said, 'errors.0.message')
  const detail = typeof words === 'string' ? words : undefined
  const limited = type === 'ratelimited' || at(extensions, 'code') === 'RATELIMITED'
  const resets = ['requests', 'complexity', 'endpoint-requests'].filter(kind => headers?.get(`x-ratelimit-${kind}-remaining`) === '0')
  const untilReset = Math.max(...resets.map(kind => Number(headers?.get(`x-ratelimit-${kind}-reset`)) - now), 0)
  const afterMs = headers?.has('retry-after') ? undefined : Math.min(untilReset || 60_000, day)
  const code = limited ? 'transport/busy' : type === 'authentication error' || type === 'forbidden' ? 'transport/unauthorized' : undefined
  const retry = final.includes(String(type)) ? 'never' : 'later'
  return { retry, ...(detail && { detail }), ...(code ? { code } : retry === 'never' && { code: 'transport/refused' }), ...(limited && afterMs && { afterMs }) }
}

/** Of answers that are no success: Linear says with 400 also what 401 and 429 are for. */
const words = (said: unknown, { headers }: Response, now: number): OwnWords => (at(said, 'errors.0') ? refused(said, headers, now) : {})
