import type { Attachment, Issue } from '../issue/issue.ts'
import { isRecord } from '../support/json.ts'
import { ask, failedBy, type OwnWords, type ServiceOptions } from './ask.ts'
import { expectFields, expectWhole, fillTexts, type From } from './fill.ts'
import { formBody } from './form-body.ts'
import { openLine } from './http-line.ts'
import { refuseFiles } from './refuse-unfit.ts'
import { TransportError, type Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface FormServiceOptions extends ServiceOptions {
  /**
   * The form's fields, and what of the issue goes into each. One has to take `$text`, so that nothing of an issue is lost.
   * Default: `email`, `name`, `subject` (one line) and `message` (everything). What is not a text is sent as JSON.
   */
  fields?: Record<string, From>
  /** Sent with every issue as they are: Netlify's `form-name`, for one. */
  fixed?: Record<string, string>
  /** Where files go: the name of one field that takes many, or the names of fields that take one each. Without it, no files go this way. */
  files?: string | readonly string[]
  /**
   * What counts as accepted. Default `json`: 2xx and JSON with `next`, `ok: true` or `success: true`, and no error in it.
   * `2xx` for services that answer with a page: with it a captive portal, or a site's own page, can pass for success. Or your own look at the JSON.
   */
  accept?: 'json' | '2xx' | ((said: unknown) => boolean)
}

const usual: Record<string, From> = { email: 'contact.email', name: 'contact.name', subject: '$title', message: '$text' }

/** Codes of Formspree's that speak of the issue itself; whatever else is wrong, the form's owner can mend. */
const codes = new Map<unknown, string>(Object.entries({
  NO_FILE_UPLOADS: 'transport/no-files', FILES_TOO_BIG: 'transport/too-large', TOO_MANY_FILES: 'transport/too-large',
}))

/**
 * To a form service, as its own form would send it: flat fields, urlencoded, or multipart where there are files. No secret: a form's address is public.
 *
 * No form service keeps keys, and none can be asked what it has: where an answer was lost, a second copy may follow (`duplicates`);
 * both carry the issue's id in `$text`. There are no threads, and the issue's own id is the reference.
 *
 * Checked 2026-11-22:
 * - Formspree (https://help.formspree.io/articles/building-your-form/submit-forms-with-javascript-ajax, and the source of @formspree/core):
 *   `https://formspree.io/f/{id}`; with `Accept: application/json` it answers `{ next }`, or `{ error, errors: [{ code, field, message }] }`.
 *   A form with CAPTCHA takes nothing from scripts. Files need a plan that has them.
 * - Netlify (https://docs.netlify.com/forms/setup/, and Netlify's own guide to its forms): a page of the site itself, with `form-name`
 *   among the fields, urlencoded, never JSON. Answers with a page, so `accept: '2xx'`; 404 where the form is unknown. Fields that the
 *   registered form does not have are dropped. One file per field, 8 MB for the whole request. A site rendered on a server answers
 *   a page to anything: post to a static file.
 * - Basin (https://docs.usebasin.com/guides/form-features/ajax): `https://usebasin.com/f/{id}`, `{ success }` or `{ error }`; files up to 100 MB.
 * - Getform and others: not read; try `selfTest`, and set `accept` where their JSON has another shape.
 *
 * @throws {EarshotError} `transport/no-endpoint`, `transport/wrong-option`.
 */
export function formService(endpoint: string | URL, options: FormServiceOptions = {}): Transport {
  const { fields = usual, fixed = {}, files: into, accept = 'json', ...rest } = options
  const line = openLine(endpoint, rest)
  expectFields('fields', fields)
  expectWhole('fields', fields)
  expectOption(isRecord(fixed) && Object.values(fixed).every(value => typeof value === 'string'), 'fixed', 'an object of texts', fixed)
  expectOption(into === undefined || [into].flat().every(name => typeof name === 'string' && name !== ''), 'files', 'a name of a field, or a list of them', into)
  expectOption(accept === 'json' || accept === '2xx' || typeof accept === 'function', 'accept', '"json", "2xx" or a function', accept)

  return {
    duplicates: 'possible',
    ...(into === undefined && { files: false }),
    async send(issue, attachments, { signal }) {
      const { id } = issue
      const { body, type } = formBody(id, [...Object.entries(fixed), ...fillTexts(fields, issue)], placed(issue, attachments, into))
      const { said } = await ask(line, { headers: { 'Content-Type': type }, body, signal }, words)
      if (typeof accept === 'function' ? accept(said) : accept === '2xx' || isTaken(said)) return { id, reference: id, acceptedAt: line.isoNow() }
      const own = words(said)
      if (own.detail) throw failedBy('The form service', own)
      throw line.foreign('JSON that says the form was taken. If your service answers with a page, set accept: "2xx"')
    },
  }
}

function placed(issue: Issue, attachments: readonly Attachment[], into: FormServiceOptions['files']): [name: string, file: Attachment][] {
  const names = [into ?? []].flat()
  if (names.length === 0) refuseFiles('This form', issue, attachments)
  if (Array.isArray(into) && attachments.length > names.length) {
    const message = `The form has ${names.length} fields for files, and the issue has ${attachments.length}; it is not sent without the rest`
    throw new TransportError('transport/no-files', message, { retry: 'never', pointer: '/attachments' })
  }
  return attachments.map((file, index) => [Array.isArray(into) ? names[index]! : names[0]!, file])
}

const isTaken = (said: unknown) =>
  isRecord(said) && !words(said).detail && (typeof said.next === 'string' || said.ok === true || String(said.success) === 'true')

function words(said: unknown): OwnWords {
  if (!isRecord(said)) return {}
  const [first] = Array.isArray(said.errors) ? said.errors.filter(isRecord) : []
  const failed = String(said.success) === 'false' ? (said.message ?? 'not taken') : undefined
  const detail = [first?.message, said.error, failed].find(text => typeof text === 'string')
  const code = codes.get(first?.code)
  return { ...(detail !== undefined && { detail }), ...(code && { code, retry: 'never' as const }) }
}
