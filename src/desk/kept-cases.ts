import type { Issue, Rating } from '../core/issue/issue.ts'
import type { Message, Thread } from '../core/issue/thread.ts'
import type { OutboxRecord, RequestRecord } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { DeskState } from './state.ts'

/** What is on the device: what waits, and what was accepted. */
export interface Kept { readonly waiting: readonly OutboxRecord[]; readonly sent: readonly RequestRecord[] }

/** An issue of this device; with its record once it was accepted. */
export interface Case { readonly issue: Issue; readonly record?: RequestRecord; readonly status: 'accepted' | OutboxRecord['status'] }

const issueIn = ({ body }: OutboxRecord) => JSON.parse(body) as Issue

/** All issues of this device. */
export const casesIn = ({ waiting, sent }: Kept): Case[] => [
  ...sent.map((record): Case => ({ issue: record.issue, record, status: 'accepted' })),
  ...waiting.map((record): Case => ({ issue: issueIn(record), status: record.status })),
]

/** @throws {EarshotError} `desk/unknown-issue`. */
export function caseOf(cases: readonly Case[], id: string): Case {
  const found = cases.find(({ issue }) => issue.id === id)
  if (!found) throw new EarshotError('desk/unknown-issue', `There is no issue "${id}" on this device`, { id })
  return found
}

/** The thread as it was read last, on this page or an earlier one. */
export const threadOf = ({ issue, record }: Case, { threads }: DeskState): Thread | undefined => threads?.get(issue.id) ?? record?.thread

/** The customer's messages to an issue that are on their way. */
export const messagesTo = (id: string, { messages }: DeskState): Message[] =>
  [...(messages?.values() ?? [])].flatMap(({ to, message, status }) => (to === id && status !== 'refused' ? message : []))

/** The ratings that were sent about an issue. */
export const ratingsOf = (cases: readonly Case[], id: string): Rating[] =>
  cases.flatMap(({ issue }) => (issue.parent === id && issue.rating ? issue.rating : []))

/** The issue that took this one further, and neither was taken back nor refused. */
export function takenBy(cases: readonly Case[], id: string, state: DeskState): string | undefined {
  const back = takenBack(cases, state)
  const own = cases.filter(({ issue, status }) => issue.escalation?.of === id && status !== 'refused').map(({ issue }) => issue.id)
  const mine = cases.find(({ issue }) => issue.id === id)
  const told = mine && threadOf(mine, state)?.continuedBy?.id
  return [...own, ...(told === undefined ? [] : [told])].find(each => !back.has(each))
}

/** Steps up the ladder that the customer took back. */
function takenBack(cases: readonly Case[], state: DeskState): ReadonlySet<string> {
  const said = cases.flatMap(each => (threadOf(each, state)?.messages ?? []).flatMap(({ kind, issue }) => (kind === 'taken-back' ? (issue ?? each.issue.id) : [])))
  const noted = cases.flatMap(({ record }) => (record?.takenBack ? record.issue.id : []))
  const going = [...(state.messages?.values() ?? [])].flatMap(({ to, message }) => (message.kind === 'taken-back' ? to : []))
  return new Set([...said, ...noted, ...going])
}
