import { EarshotError, messageOf } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { ask, type OwnWords, type ServiceOptions } from './ask.ts'
import { asText, describe } from './describe.ts'
import { expectFields, fill, type From } from './fill.ts'
import { openLine } from './http-line.ts'
import { refuseFiles } from './refuse-unfit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface ZendeskOptions extends ServiceOptions {
  /** Fields of yours by their numbers, and what of the issue goes into each: `{ '360000123': 'answers.order' }`. What has none stands in the text. */
  customFields?: Record<string, From>
  /** Sent with every request as it is: `{ ticket_form_id: 360000456, priority: 'high' }`. */
  request?: Record<string, unknown>
  /** The requester's name where the customer gave none; Zendesk asks for one. Default `Anonymous`. */
  anonymous?: string
}

/**
 * To Zendesk Support, as a request of somebody who is not signed in (`POST /api/v2/requests.json`): no secret. The account has to let anybody
 * submit tickets without registering; the subject is the issue's one line, the comment all of it in words.
 *
 * Zendesk keeps no keys for requests, and shows them to nobody without a token: where an answer was lost, a second ticket may follow
 * (`duplicates`), with the same issue's id in its text; and there are no threads, answers go by e-mail. No files: uploads are not among
 * the endpoints that answer pages of other origins without a token. For all of that, forward from the receiver instead.
 *
 * A browser sees no answer of 403 and 429, because Zendesk leaves out the CORS headers on those: they look like no answer at all, and
 * so does their `Retry-After`; our own pauses hold. Trial accounts take 5 anonymous requests an hour.
 * What Zendesk takes for spam it suspends, and deletes after 14 days unless somebody looks.
 *
 * Checked 2026-11-22: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-requests/ (as OpenAPI),
 * https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-managing-requests/ and
 * https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/making-cross-origin-browser-side-api-requests/
 *
 * @param subdomain `acme` of `acme.zendesk.com`; of a brand, its own.
 * @throws {EarshotError} `transport/no-endpoint`, `transport/wrong-option`.
 */
export function zendesk(subdomain: string, options: ZendeskOptions = {}): Transport {
  const { customFields = {}, request = {}, anonymous = 'Anonymous', ...rest } = options
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(subdomain)) {
    throw new EarshotError('transport/no-endpoint', `The subdomain is "acme" of acme.zendesk.com; got ${messageOf(subdomain)}`)
  }
  expectFields('customFields', customFields)
  for (const number of Object.keys(customFields)) expectOption(/^[1-9]\d{0,14}$/.test(number), 'customFields', 'an object by the fields’ numbers', number)
  expectOption(isRecord(request), 'request', 'an object', request)
  expectOption(typeof anonymous === 'string' && anonymous.trim() !== '', 'anonymous', 'a name', anonymous)
  const line = openLine(`https://${subdomain}.zendesk.com/api/v2/requests.json`, rest)

  return {
    duplicates: 'possible',
    files: false,
    async send(issue, attachments, { signal }) {
      refuseFiles('Zendesk', issue, attachments)
      const { name, email } = issue.contact ?? {}
      const custom = fill(customFields, issue).map(([number, value]) => ({ id: Number(number), value }))
      const body = stringify({
        request: {
          ...request,
          requester: { name: name ?? email ?? anonymous, email },
          subject: describe(issue).title,
          comment: { body: asText(issue) },
          custom_fields: custom.length > 0 ? custom : undefined,
        },
      })
      const { said } = await ask(line, { headers: { 'Content-Type': 'application/json' }, body, signal }, words)
      const number = isRecord(said) && isRecord(said.request) ? said.request.id : undefined
      if (typeof number !== 'number' && typeof number !== 'string') throw line.foreign('the request that was made, with its number')
      return { id: issue.id, reference: String(number), acceptedAt: line.isoNow() }
    },
  }
}

/** `{ error, description, details: { field: [{ description }] } }`, or `{ error: { title, message } }`. */
function words(said: unknown): OwnWords {
  if (!isRecord(said)) return {}
  const details = isRecord(said.details) ? Object.values(said.details).flat().filter(isRecord) : []
  const texts = [...details.map(({ description }) => description), said.description, isRecord(said.error) ? said.error.message : said.error]
  const detail = texts.find(text => typeof text === 'string')
  return detail === undefined ? {} : { detail }
}
