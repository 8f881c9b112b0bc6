import type { Issue } from '../issue/issue.ts'
import { limits } from '../issue/issue.ts'
import { summarize } from '../issue/summarize.ts'
import { dataIn, linesOf, recordIn, recordsIn, textIn } from './whatever-came.ts'

/** One thing an issue says, for people who read it elsewhere. Texts are raw: whoever writes them into something escapes them there. */
export interface Part { label: string; text: string }

export interface Description {
  /** One line, never empty. */
  title: string
  /** What the customer said first, then what it is about, then what was going on; nothing that is not there. */
  parts: Part[]
}

/** A rating in words: `4 of 5 (csat)`; empty where there is none. */
export function rated(value: unknown): string {
  const { value: given, max, scale } = recordIn(value)
  return textIn(given) && `${[textIn(given), textIn(max)].filter(Boolean).join(' of ')}${textIn(scale) && ` (${textIn(scale)})`}`
}

const answered = (value: unknown) => Object.entries(recordIn(value)).map(([name, answer]) => [name, dataIn(answer)] as const)

function step(entry: Record<string, unknown>): string {
  const { createdAt, from, kind, reference, story, outcome, rating, answers } = entry
  return linesOf(
    [createdAt, textIn(from) || 'customer', kind, reference].map(textIn).filter(Boolean).join(' · '),
    story,
    outcome,
    rated(rating),
    ...answered(answers).map(([name, answer]) => `${name}: ${answer}`),
  )
}

const joined = (...values: unknown[]) => values.map(textIn).filter(Boolean).join(', ')

const inBrackets = (text: unknown, more: string) => (textIn(text) && more ? `${textIn(text)} (${more})` : textIn(text))

/**
 * An issue as labelled texts in English, in the order in which somebody of the staff wants to read them; all of it that means
 * something to people. Never throws: an issue comes from a stranger's browser, and what is not of its type is left out.
 */
export function describe(issue: Issue): Description {
  const { kind, summary, story, outcome, rating, answers, observations, topic, audience, leaving, repeats, history, ...more } = recordIn(issue)
  const { attachments, diagnostics, createdAt, id } = more
  const [contact, subject, environment] = [recordIn(more.contact), recordIn(more.subject), recordIn(more.environment)]
  const [journey, escalation, filedBy] = [recordIn(more.journey), recordIn(more.escalation), recordIn(more.filedBy)]
  const [product, element] = [recordIn(subject.product), recordIn(subject.element)]
  const remarks = recordsIn(observations)
  const given: (readonly [string, string])[] = [
    ['What was said', textIn(story)],
    ['What would make it right', textIn(outcome)],
    ['Rating', rated(rating)],
    ['Also noticed', linesOf(...remarks.map(({ text, topic }) => inBrackets(text, textIn(topic))))],
    ...answered(answers),
    ['Answer to', linesOf(contact.name, contact.email, contact.phone, textIn(contact.channel) && `by ${textIn(contact.channel)}`, contact.when)],
    ['Taken further', linesOf(textIn(escalation.level) && `Level ${joined(escalation.level, escalation.rung)}`, escalation.reason)],
    ['Thinks of leaving', leaving === true ? 'yes' : ''],
    ['Written before', textIn(repeats) && `${textIn(repeats)} times`],
    ['Topic', textIn(topic)],
    ['Department', textIn(audience)],
    ['Page', linesOf(subject.title, subject.url)],
    ['Product', joined(product.name, product.id)],
    ['Pointed at', linesOf(element.text, element.selector)],
    ['Searched for', linesOf(...recordsIn(journey.searches).map(({ query, count }) => inBrackets(query, textIn(count) && `${textIn(count)} found`)))],
    ['Read', linesOf(...recordsIn(journey.articles).map(({ id, helpful, missing }) => linesOf(inBrackets(id, helped(helpful)), missing)))],
    ['Files', linesOf(...recordsIn(attachments).map(({ name, type, size }) => inBrackets(name, joined(type, textIn(size) && `${textIn(size)} bytes`))))],
    ['Before this', recordsIn(history).map(step).filter(Boolean).join('\n\n')],
    ['Language', textIn(environment.locale)],
    ['Browser', textIn(environment.userAgent)],
    ['Errors and requests of the page', dataIn(diagnostics)],
    ['Written down by', Object.keys(filedBy).length ? joined(textIn(filedBy.name) || 'staff', filedBy.channel) : ''],
    ['Kind', textIn(kind)],
    ['Sent', textIn(createdAt)],
    ['Id', textIn(id)],
  ]
  const titles = [summary, story, rated(rating), remarks[0]?.text, kind].map(lineOf)
  return { title: titles.find(Boolean) ?? 'An issue', parts: given.flatMap(([label, text]) => (text ? [{ label, text }] : [])) }
}

const helped = (helpful: unknown) => (typeof helpful === 'boolean' ? (helpful ? 'helped' : 'did not help') : '')

/** The first line of a text, shortened as a summary is. */
function lineOf(value: unknown): string {
  const line = textIn(value).trim().split(/[\r\n\u2028\u2029]/)[0]!.trim()
  return line.length > limits.summary ? summarize(line, limits.summary) : line
}

/** Parts as one text without markup. */
export const partsAsText = (parts: readonly Part[]): string =>
  parts.map(({ label, text }) => (text.includes('\n') ? `${label}:\n${text}` : `${label}: ${text}`)).join('\n\n')

/** The same as one text without markup: for mails, and for backends that keep nothing but a text. */
export const asText = (issue: Issue): string => partsAsText(describe(issue).parts)
