import assert from 'node:assert/strict'
import {
  answer, badGzip, empty, garbage, namesAnother, noContent, otherShape, portalPage, portalRedirect, portalStatus, problem, redirectedReceipt,
  tooLarge, tooLargeEarly, truncated,
} from '../chaos/behaviours.ts'
import type { Way } from '../chaos/lane.ts'
import { faultRows, silent, type FaultRow } from './fault-rows.ts'

const second = 1_000
const hour = 3_600 * second
const picture = 20_000

/** Between two limits, with a minute below for what has passed since it was set. */
const due = (from: number, to: number) => ({ dueIn = NaN }: Way) => assert.ok(dueIn > from - 60 * second && dueIn <= to, `due in ${dueIn} ms, expected ${from} to ${to}`)

const passing: FaultRow[] = [408, 425, 500, 502, 503, 504, 520, 522].map(status => ({
  name: `status-${status}`, fault: `a ${status}`, does: answer(status), bytes: status === 500 ? picture : 0, reads: 'busy',
}))

const foreign: FaultRow[] = [
  { name: 'garbage', fault: 'a 200 with garbage', does: garbage, reads: 'kept', bytes: picture },
  { name: 'empty', fault: 'a 200 with nothing', does: empty, reads: 'kept' },
  { name: 'no-content', fault: 'a 204', does: noContent, reads: 'kept' },
  { name: 'truncated', fault: 'a 200 whose JSON breaks off', does: truncated, reads: 'kept' },
  { name: 'shape', fault: 'a 200 of another shape', does: otherShape, reads: 'kept' },
  { name: 'gzip', fault: 'a 200 that is not packed as it says', does: badGzip, reads: silent },
  { name: 'portal', fault: 'a captive portal’s page with a 200', does: portalPage, reads: 'kept', bytes: picture },
  { name: 'portal-302', fault: 'a captive portal’s redirect to a page', does: portalRedirect, reads: silent },
  { name: 'portal-307', fault: 'a redirect to where it would be taken', does: redirectedReceipt, reads: silent },
  { name: 'portal-511', fault: 'a captive portal’s page with a 511', does: portalStatus, reads: 'busy' },
  { name: 'another', fault: 'a 200 that names another issue', does: namesAnother, reads: 'kept' },
  { name: 'always-foreign', fault: 'five answers that are no receipt are told to the integrator', does: portalPage, attempts: 5, reads: 'kept', tells: 'transport/not-a-receipt' },
]

const later = (name: string, fault: string, status: number, headers: Record<string, string>, more: Partial<FaultRow>): FaultRow =>
  ({ name, fault, does: answer(status, headers), reads: 'busy', ...more })
const dated = (from: number): Record<string, string> => ({ date: 'Sun, 01 Jan 2023 10:00:00 GMT', 'retry-after': new Date(Date.UTC(2023, 0, 1, 10) + from).toUTCString() })

const asked: FaultRow[] = [
  later('after-2', 'a 429 that asks for 2 s, though “Try now” is pressed at once', 429, { 'retry-after': '2' }, { notBefore: 2 * second }),
  later('after-503', 'a 503 that asks for 2 s', 503, { 'retry-after': '2' }, { notBefore: 2 * second }),
  later('after-date', 'a 503 that names a time, by a clock of another year', 503, dated(3 * second), { notBefore: 3 * second }),
  later('after-0', 'a Retry-After of 0', 503, { 'retry-after': '0' }, {}),
  later('after-garbage', 'a Retry-After that is none', 503, { 'retry-after': 'soon, please' }, { then: due(0, 10 * second) }),
  later('after-negative', 'a Retry-After below nothing', 429, { 'retry-after': '-5' }, { then: due(0, 10 * second) }),
  later('after-past', 'a Retry-After in the past', 503, dated(-hour), { then: due(0, 10 * second) }),
  later('after-1e12', 'a Retry-After of 1e12 seconds', 503, { 'retry-after': '1000000000000' }, { then: due(0, 10 * second) }),
  later('unauthorized', 'a 401 where nobody is signed in', 401, {}, {}),
  later('forbidden', 'a 403, whatever token the site gives', 403, {}, { identity: true }),
  later('progress', 'a 409 because the same key is under way', 409, {}, { then: due(second, 5 * second) }),
]

const endpoint: FaultRow[] = [404, 405, 410].map(status => ({
  name: `gone-${status}`, fault: `an endpoint that three times is not there (${status}): needs the customer, and is tried hourly`, does: answer(status),
  attempts: 3, reads: 'refused', bytes: picture, tells: 'transport/not-found', then: due(hour, hour),
}))

const refused: FaultRow[] = [
  { name: 'bad-400', fault: 'a 400', does: problem(400, { title: 'Bad Request' }), final: true, reads: 'refused', tells: 'transport/refused' },
  {
    name: 'bad-422', fault: 'a 422 that says where and why', does: problem(422, { detail: 'No numbers of orders, please.', pointer: '#/story' }), final: true, reads: 'refused',
    then: ({ failure }) => assert.deepEqual([failure?.detail, failure?.pointer], ['No numbers of orders, please.', '/story']),
  },
  { name: 'reused', fault: 'a 422 because the key was used for other bytes: the integrator is told', does: problem(422, { title: 'Key reused' }), final: true, reads: 'refused', tells: 'transport/refused' },
  { name: 'reused-409', fault: 'a 409 that says that it is no use: the key was used for other bytes', does: problem(409, { title: 'Key reused', retry: 'never' }), final: true, reads: 'refused', tells: 'transport/refused' },
  { name: 'large', fault: 'a 413', does: tooLarge, bytes: 400_000, final: true, reads: 'tooLarge' },
]

faultRows('What an answer other than a receipt does to an issue', [...passing, ...foreign])
faultRows('What an answer asks for', [...asked, ...endpoint, ...refused])
// Where the line is cut while the browser still talks, some see the answer and some only the cut: told either way, and never lost.
faultRows('A 413 before the end', [{ name: 'large-early', fault: 'and the line cut in the middle of the body', does: tooLargeEarly, bytes: 3_000_000, final: 'where-refused', reads: () => ['tooLarge', ...silent()] }])
