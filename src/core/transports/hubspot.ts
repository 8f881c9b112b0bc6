import { isRecord } from '../support/json.ts'
import { pointerOf } from '../support/json-pointer.ts'
import { stringify } from '../support/stringify.ts'
import { ask, failedBy, type OwnWords, type ServiceOptions } from './ask.ts'
import { expectFields, expectWhole, fillTexts, type From } from './fill.ts'
import { openLine } from './http-line.ts'
import { refuseFiles } from './refuse-unfit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface HubspotOptions extends ServiceOptions {
  /**
   * The form's fields by their internal names, and what of the issue goes into each; `0-5/content` is a ticket's `content`, without
   * a number it is a contact's. One has to take `$text`. Default: `email`, `firstname` (the whole name) and `message`.
   */
  fields?: Record<string, From>
  /** HubSpot's own `legalConsentOptions`, for forms that ask for consent. */
  legalConsentOptions?: Record<string, unknown>
  /** Added to the `context` beside the page: `() => ({ hutk })` with the visitor's cookie, if your site may. */
  context?: () => Record<string, unknown>
  /** Default `https://api.hsforms.com`. */
  host?: string
}

const usual: Record<string, From> = { email: 'contact.email', firstname: 'contact.name', message: '$text' }

/** What the customer can mend. All else speaks of the form, which its owner can: until then, the issue waits. */
const never = [
  'MAX_NUMBER_OF_SUBMITTED_VALUES_EXCEEDED', 'INVALID_EMAIL', 'BLOCKED_EMAIL', 'REQUIRED_FIELD', 'INVALID_NUMBER', 'INPUT_TOO_LARGE',
  'NUMBER_OUT_OF_RANGE', 'VALUE_NOT_IN_FIELD_DEFINITION',
]

/**
 * To a HubSpot form (`POST /submissions/v3/integration/submit/{portal}/{form}`, the one that takes no token and answers pages of any origin).
 *
 * Every field has to be in the form, and its CAPTCHA off: HubSpot takes no submission by API where it is on. HubSpot keeps no keys and
 * shows no submission without a token: where an answer was lost, a second one may follow (`duplicates`), with the same issue's id in its text.
 * No threads, no reference of its own, and no files. 50 requests in 10 seconds for the whole form.
 *
 * Checked 2026-11-22: https://developers.hubspot.com/docs/api-reference/legacy/marketing/forms/v3-legacy/submit-data-unauthenticated and
 * https://legacydocs.hubspot.com/docs/methods/forms/submit_form (for `errors[].errorType`). What an accepted submission answers is documented
 * as `inlineMessage` or `redirectUri`, either of which a form may lack: any JSON object without an error counts.
 *
 * @throws {EarshotError} `transport/no-endpoint`, `transport/wrong-option`.
 */
export function hubspot(portalId: string | number, formGuid: string, options: HubspotOptions = {}): Transport {
  const { fields = usual, legalConsentOptions, context, host = 'https://api.hsforms.com', ...rest } = options
  expectOption(/^\d+$/.test(String(portalId)), 'portalId', 'the account’s number', portalId)
  expectOption(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(formGuid), 'formGuid', 'the form’s GUID (its address in HubSpot has it)', formGuid)
  expectFields('fields', fields)
  expectWhole('fields', fields)
  expectOption(legalConsentOptions === undefined || isRecord(legalConsentOptions), 'legalConsentOptions', 'an object', legalConsentOptions)
  expectOption(context === undefined || typeof context === 'function', 'context', 'a function', context)
  const line = openLine(`${host}/submissions/v3/integration/submit/${portalId}/${formGuid}`, rest)
  const read = (said: unknown) => words(said, fields)

  return {
    duplicates: 'possible',
    files: false,
    async send(issue, attachments, { signal }) {
      refuseFiles('HubSpot', issue, attachments)
      const { url, title } = issue.subject ?? {}
      const body = stringify({
        fields: fillTexts(fields, issue).map(([name, text]) => fieldOf(name, text)),
        context: { pageUri: url, pageName: title, ...context?.() },
        legalConsentOptions,
      })
      const { said } = await ask(line, { headers: { 'Content-Type': 'application/json' }, body, signal }, read)
      const own = read(said)
      if (own.detail) throw failedBy('HubSpot', own)
      if (!isRecord(said)) throw line.foreign('JSON')
      return { id: issue.id, reference: issue.id, acceptedAt: line.isoNow() }
    },
  }
}

const fieldOf = (key: string, value: string) => {
  const [, objectTypeId = '0-1', name] = /^(?:(\d+-\d+)\/)?(.*)$/s.exec(key)!
  return { objectTypeId, name, value }
}

/** `{ status: 'error', message, errors: [{ message, errorType }] }`; the message names the field: `Error in 'fields.email'. …` */
function words(said: unknown, fields: Record<string, From>): OwnWords {
  if (!isRecord(said)) return {}
  const errors = Array.isArray(said.errors) ? said.errors.filter(isRecord) : []
  const [first] = errors
  const detail = [first?.message, said.status === 'error' ? (said.message ?? 'error') : undefined].find(text => typeof text === 'string')
  if (detail === undefined) return {}
  if (!first) return { detail }
  const types = errors.map(({ errorType }) => String(errorType))
  const name = /'fields\.([^']+)'/.exec(detail)?.[1] ?? ''
  const from = Object.hasOwn(fields, name) ? fields[name] : undefined
  // A field that the form asks for and nobody fills is not the customer's either.
  const mendable = types.every(type => never.includes(type) && (type !== 'REQUIRED_FIELD' || from !== undefined))
  return {
    detail,
    retry: mendable ? 'never' : 'later',
    ...(types.includes('INPUT_TOO_LARGE') ? { code: 'transport/too-large' } : !mendable && { code: 'transport/failed' }),
    ...(typeof from === 'string' && !from.startsWith('$') && { pointer: pointerOf(from.split('.')) }),
  }
}
