import type { HistoryEntry, Issue, Rating } from '../issue/issue.ts'

/** One thing an issue says, for people who read it elsewhere. Texts are raw: whoever writes them into something escapes them there. */
export interface Part { label: string; text: string }

export interface Description {
  /** One line, never empty. */
  title: string
  /** What the customer said first, then what it is about, then what was going on; nothing that is not there. */
  parts: Part[]
}

const lines = (...texts: (string | undefined)[]): string => texts.filter(Boolean).join('\n')

const rated = (rating: Rating | undefined) => rating && `${rating.value} of ${rating.max} (${rating.scale})`

const said = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const step = ({ createdAt, from = 'customer', kind, reference, story, outcome, answers }: HistoryEntry): string =>
  lines(
    [createdAt, from, kind, reference].filter(Boolean).join(' · '),
    story,
    outcome,
    ...Object.entries(answers ?? {}).map(([name, value]) => `${name}: ${said(value)}`),
  )

/** An issue as labelled texts in English, in the order in which somebody of the staff wants to read them; all of it that means something to people. */
export function describe(issue: Issue): Description {
  const { kind, summary, story, outcome, rating, answers = {}, observations = [], topic, audience, contact = {}, subject = {} } = issue
  const { environment = {}, journey = {}, escalation, history = [], attachments = [], diagnostics, filedBy } = issue
  const { product, element } = subject
  const given: [string, string | undefined][] = [
    ['What was said', story],
    ['What would make it right', outcome],
    ['Rating', rated(rating)],
    ['Also noticed', lines(...observations.map(({ text, topic }) => (topic ? `${text} (${topic})` : text)))],
    ...Object.entries(answers).map(([name, value]): [string, string] => [name, said(value)]),
    ['Answer to', lines(contact.name, contact.email, contact.phone, contact.channel && `by ${contact.channel}`, contact.when)],
    ['Taken further', escalation && lines(`Level ${escalation.level}, ${escalation.rung}`, escalation.reason)],
    ['Thinks of leaving', issue.leaving ? 'yes' : undefined],
    ['Written before', issue.repeats ? `${issue.repeats} times` : undefined],
    ['Topic', topic],
    ['Department', audience],
    ['Page', lines(subject.title, subject.url)],
    ['Product', product && [product.name, product.id].filter(Boolean).join(', ')],
    ['Pointed at', element && lines(element.text, element.selector)],
    ['Searched for', lines(...(journey.searches ?? []).map(({ query, count }) => `${query} (${count} found)`))],
    ['Read', lines(...(journey.articles ?? []).map(({ id, helpful }) => (helpful === undefined ? id : `${id} (${helpful ? 'helped' : 'did not help'})`)))],
    ['Files', lines(...attachments.map(({ name, type, size }) => `${name} (${type}, ${size} bytes)`))],
    ['Before this', history.map(step).join('\n\n')],
    ['Language', environment.locale],
    ['Browser', environment.userAgent],
    ['Errors and requests of the page', diagnostics && said(diagnostics)],
    ['Written down by', filedBy && [filedBy.name ?? 'staff', filedBy.channel].filter(Boolean).join(', ')],
    ['Kind', kind],
    ['Sent', issue.createdAt],
    ['Id', issue.id],
  ]
  const parts = given.flatMap(([label, text]) => (text ? [{ label, text }] : []))
  const title = (summary ?? story ?? rated(rating) ?? observations[0]?.text ?? kind).trim().split('\n')[0]!.slice(0, 140)
  return { title: title || kind, parts }
}

/** The same as one text without markup: for mails, and for backends that keep nothing but a text. */
export const asText = (issue: Issue): string =>
  describe(issue).parts.map(({ label, text }) => (text.includes('\n') ? `${label}:\n${text}` : `${label}: ${text}`)).join('\n\n')
