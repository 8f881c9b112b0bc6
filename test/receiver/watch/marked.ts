import type { Issue } from '../../../src/core/issue/issue.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import { newIssue } from '../requests.ts'

let count = 0

/** A word that stands nowhere else: what a customer wrote. */
export const marker = (): string => `Zqmark${++count}`

/** A sentence of such words, in several lines, one of which looks like a place in a program. */
export const sentence = (): string => `${marker()} ${marker()}!\n    at ${marker()} (/srv/${marker()}.js:1:1)\n${marker()}@shop.example +49 30 ${marker()}`

const kinds = ['problem', 'question', 'idea', 'praise'] as const

/** An issue with such words wherever there is room for some. */
export function markedIssue(files: readonly string[] = []): Issue {
  const issue = newIssue({
    kind: kinds[count % kinds.length]!, summary: marker(), story: sentence(), outcome: sentence(), topic: marker(), audience: marker(), form: marker(),
    observations: [{ text: sentence(), topic: marker(), audience: marker() }],
    answers: { [marker()]: sentence(), person: marker(), list: [marker(), { [marker()]: marker() }] },
    subject: { url: `https://${marker()}.example/${marker()}?q=${marker()}`, title: marker(), product: { id: marker(), name: marker() }, element: { selector: `#${marker()}`, text: marker() } },
    contact: { name: marker(), email: `${marker()}@shop.example`, phone: marker(), when: marker() },
    environment: { locale: marker(), timeZone: marker(), userAgent: marker(), referrer: `https://${marker()}.example/?${marker()}` },
    diagnostics: { errors: [sentence()], requests: [{ url: marker() }], versions: { [marker()]: marker() } },
    journey: { searches: [{ query: marker(), count: 0 }], articles: [{ id: marker(), missing: sentence() }], signals: [{ type: marker(), at: marker() }] },
    escalation: { of: marker(), rung: marker(), level: 2, reason: sentence() }, repeatOf: marker(), parent: marker(), [marker()]: marker(),
  } as never)
  const attachments = files.map(() => ({ id: marker(), name: `${marker()}.png`, type: `image/${marker()}`, size: 1 }))
  return { ...issue, id: `${marker()}-${marker()}`, ...(files.length && { attachments }) } as Issue
}

/** As PostgreSQL refuses a row, with the values in it. */
export const databaseError = (): Error => Object.assign(new Error(`duplicate key value violates unique constraint: ${sentence()}`), {
  name: 'error', severity: 'ERROR', code: '23505', detail: `Key (id)=(${marker()}) already exists.`, hint: marker(), where: sentence(),
  internalQuery: `insert into issues values ('${marker()}')`, table: 'issues', constraint: 'issues_site_id_key', column: marker(), query: marker(),
})

/** How somebody else's program may fail: in every one of these it repeats what it was sent. */
export const failures = (): unknown[] => [
  new TransportError('transport/refused', sentence(), { retry: 'never', status: 422, detail: sentence(), pointer: `/${marker()}` }),
  new TransportError(`${marker()}/${marker()}`, sentence(), { retry: 'later', status: 500, detail: sentence() }),
  new Error(sentence(), { cause: new Error(sentence(), { cause: databaseError() }) }),
  new AggregateError([new Error(sentence())], sentence()),
  Object.assign(new Error(sentence()), { name: marker(), code: marker(), status: marker(), stack: sentence(), details: { error: sentence() } }),
  Object.assign(new Error(sentence()), { stack: `Error: ${sentence()}\n    at ${marker()} (/srv/${marker()}.js:1:1)` }),
  new Proxy({}, { get: () => { throw new Error(sentence()) } }),
  sentence(), { [marker()]: marker(), toString: () => marker() }, Symbol(marker()),
]
