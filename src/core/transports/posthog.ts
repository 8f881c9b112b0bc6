import type { Issue } from '../issue/issue.ts'
import { digitsOf } from '../support/digits-of.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { ask, type ServiceOptions } from './ask.ts'
import { asText, describe } from './describe.ts'
import { expectFields, fill, type From } from './fill.ts'
import { openLine } from './http-line.ts'
import { refuseFiles, tooLarge } from './refuse-unfit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

export interface PostHogOptions extends ServiceOptions {
  /** Default `https://us.i.posthog.com`; `https://eu.i.posthog.com`, your proxy or your own instance otherwise. */
  host?: string | URL
  /** The event's name. Default `issue sent`; with a `survey` always `survey sent`. */
  event?: string
  /** Whose event it is, asked for at each attempt (`() => posthog.get_distinct_id()`). Default: nobody's; each issue is a stranger. */
  distinctId?: () => string
  /** Counts the issue as an answer to this survey (type API), each of its questions filled by its id: `{ id, questions: { <id>: "story" } }`. */
  survey?: { id: string; questions: Record<string, From> }
}

/**
 * Captures one event for each issue: its words under `title` and `text`, what can be counted under names of its own, and all of it
 * under `issue`. `key` is the project's key (`phc_…`), which is public by design and can only write; a personal one (`phx_…`) is
 * refused. No person is made or touched of it (`$process_person_profile: false`), and no place is looked up.
 *
 * Not for the only copy of what somebody said: `mirror` it beside a backend that keeps. PostHog says "Ok" once its door has the
 * event, also for one that it drops afterwards because the quota is used up or no project has that key; it has no threads and takes
 * no files. Doubles go away later: events with the same `uuid`, name, time and `distinct_id` become one when PostHog merges, and
 * until then, and in whatever it forwards at once, an attempt whose answer was lost may count twice.
 *
 * Checked 2026-11-22: `POST /i/v0/e/` (https://posthog.com/docs/api/capture), anonymous events
 * (https://posthog.com/docs/data/anonymous-vs-identified-events), deduplication (https://posthog.com/docs/data/events), `timestamp`
 * as it stands where no `sent_at` is given (https://posthog.com/docs/data/timestamps), `survey sent`
 * (https://posthog.com/docs/surveys/implementing-custom-surveys), 1 MB (https://posthog.com/docs/data/ingestion-warnings). The
 * answers, and that it is "Ok" beyond the quota, were read in rust/capture of https://github.com/PostHog/posthog.
 * @throws {EarshotError} `transport/wrong-option`, `transport/no-endpoint`.
 */
export function posthog(key: string, options: PostHogOptions = {}): Transport {
  expectOption(/^(?!ph[xs]_)[\w-]+$/.test(key), 'key', 'the key of the project (phc_…), never a personal one', typeof key === 'string' ? key.slice(0, 4) : key)
  const { host = 'https://us.i.posthog.com', survey, event = 'issue sent', distinctId } = options
  expectOption(typeof event === 'string' && event !== '', 'event', 'a name', event)
  expectOption(!survey || /^[\w-]+$/.test(survey.id), 'survey.id', 'the id of the survey', survey?.id)
  if (survey) expectFields('survey.questions', survey.questions)
  const line = openLine(host, options)

  return {
    duplicates: 'possible',
    files: false,
    send: async (issue, attachments, { signal }) => {
      refuseFiles('PostHog', issue, attachments)
      const { id, createdAt } = issue
      const body = stringify({
        api_key: key,
        event: survey ? 'survey sent' : event,
        uuid: uuidOf(id),
        // A stranger by default: of two issues nobody can see that they are the same customer's.
        distinct_id: distinctId?.() || id,
        timestamp: createdAt,
        properties: { ...named(issue), ...(survey && answered(survey, issue)), $process_person_profile: false, $geoip_disable: true },
      })
      // It is stored within a text once more.
      const { size } = new Blob([stringify(body)])
      if (size > mostOfAll) throw tooLarge('PostHog', 'bytes in an event', size, mostOfAll)
      const { said } = await ask(line, { path: ['i', 'v0', 'e', ''], headers: { 'Content-Type': 'application/json' }, body, signal })
      if (isRecord(said) && (said.status === 'Ok' || said.status === 1)) return { id, reference: id, acceptedAt: line.isoNow() }
      throw line.foreign('{ status: "Ok" }')
    },
  }
}

/** A message of Kafka's may have a megabyte, its envelope included. */
const mostOfAll = 950_000

function named(issue: Issue): Record<string, unknown> {
  // The site's token opens doors elsewhere.
  const { identity: _, ...whole } = issue
  const { kind, form, topic, audience, rating, environment, subject, escalation, leaving, synthetic } = issue
  const known = { form, topic, audience, language: environment?.locale, page: subject?.url, level: escalation?.level, leaving, synthetic, rating: rating?.value, scale: rating?.scale }
  return { title: describe(issue).title, text: asText(issue), kind, ...known, issue: whole }
}

function answered({ id, questions }: NonNullable<PostHogOptions['survey']>, issue: Issue): Record<string, unknown> {
  const answers = fill(questions, issue)
  return {
    $survey_id: id,
    $survey_submission_id: uuidOf(issue.id),
    $survey_completed: true,
    $survey_questions: answers.map(([question, response]) => ({ id: question, response })),
    ...Object.fromEntries(answers.map(([question, response]) => [`$survey_response_${question}`, response])),
  }
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The id itself; for one that is no UUID (a side remark's has an end of its own, and PostHog drops such events) always the same of version 8. */
function uuidOf(id: string): string {
  if (uuid.test(id)) return id
  return digitsOf(id).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
