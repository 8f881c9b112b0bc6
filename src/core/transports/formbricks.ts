import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { ask, type OwnWords, type ServiceOptions } from './ask.ts'
import { expectFields, expectWhole, fill, type From } from './fill.ts'
import { openLine } from './http-line.ts'
import { refuseFiles } from './refuse-unfit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface FormbricksOptions extends ServiceOptions {
  /**
   * What goes into which question or hidden field, by its id in Formbricks. One of them has to take all of it (`"$text"`), so that
   * nothing is lost: `{ story: "story", rating: "rating.value", all: "$text" }`. Questions without an answer stay empty.
   */
  questions: Record<string, From>
  /** Default `https://app.formbricks.com`; your own instance otherwise. */
  host?: string | URL
}

/**
 * Answers a survey of Formbricks by its public client API: no key, and nothing can be read by it. Each issue is one finished
 * response. Its single-use id is the issue's own, and Formbricks takes one of a kind for each survey: a repeat is answered 409 and
 * counts as arrived, so that there is one response, whatever was lost on the way. The receipt's reference is that id, because it is
 * the one thing that is known each time.
 *
 * Checked 2026-11-22: `POST /api/v1/client/{workspaceId}/responses`
 * (https://formbricks.com/docs/api-reference/client-api--response/create-response); an environment's id of old still opens it. That
 * the single-use id is unique, and what 409 and 413 (above 2 MiB) mean, was read in https://github.com/formbricks/formbricks as of
 * August 2026; an older instance may answer a repeat with 500, and then never doubles, either.
 *
 * What it cannot do: files (uploads need a signed address of their own) and threads. A survey with single-use links, a PIN, a
 * verified address or reCAPTCHA refuses what comes this way, and one that is paused refuses for as long as it is.
 * @throws {EarshotError} `transport/wrong-option`, `transport/no-endpoint`.
 */
export function formbricks(environmentId: string, surveyId: string, options: FormbricksOptions): Transport {
  expectOption(/^[\w-]+$/.test(environmentId), 'environmentId', 'the id of the workspace or environment', environmentId)
  expectOption(/^[\w-]+$/.test(surveyId), 'surveyId', 'the id of the survey', surveyId)
  expectOption(isRecord(options), 'options', 'an object with questions', options)
  const { questions, host = 'https://app.formbricks.com' } = options
  expectFields('questions', questions)
  expectWhole('questions', questions)
  const line = openLine(host, options)

  return {
    files: false,
    send: async (issue, attachments, { signal }) => {
      refuseFiles('Formbricks', issue, attachments)
      const { id } = issue
      const url = issue.subject?.url
      const data = Object.fromEntries(fill(questions, issue).map(([name, value]) => [name, answer(value)]))
      const body = stringify({ surveyId, singleUseId: id, finished: true, data, meta: { source: 'earshot', ...(url && { url }) } })
      const headers = { 'Content-Type': 'application/json' }
      const receipt = { id, reference: id, acceptedAt: line.isoNow() }
      try {
        const { said } = await ask(line, { path: ['api', 'v1', 'client', environmentId, 'responses'], headers, body, signal }, words)
        if (isRecord(said) && isRecord(said.data) && typeof said.data.id === 'string') return receipt
      } catch (error) {
        if (isThere(error)) return receipt
        throw error
      }
      throw line.foreign('{ data: { id } } of a response')
    },
  }
}

/** Formbricks takes texts, numbers, lists of texts and records of texts. */
function answer(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  return typeof value === 'boolean' ? String(value) : stringify(value)
}

const there = 'transport/is-there'
const isThere = (error: unknown) => (error as { code?: unknown }).code === there

/** `{ code, message, details: { name: what is wrong } }`; only with its own code is a conflict our own response. */
function words(said: unknown, { status }: Response): OwnWords {
  if (!isRecord(said) || typeof said.message !== 'string') return {}
  const [field, problem] = isRecord(said.details) ? (Object.entries(said.details)[0] ?? []) : []
  const detail = said.message + (typeof problem === 'string' ? `: ${field}: ${problem}` : '')
  return { detail, ...(status === 409 && said.code === 'conflict' && { code: there }) }
}
