import { openPostgres } from '../../../src/receiver/postgres.ts'
import { claimForward, findBusy } from '../../../src/receiver/forwarding/store-forwards.ts'
import { migrate } from '../../../src/receiver/migrations.ts'
import type { Query } from '../../../src/receiver/query.ts'
import { findMark } from '../../../src/receiver/store-cases.ts'
import { countForwards, findForwards, listForwards } from '../../../src/receiver/store-inbox-forwards.ts'
import { findAttachments } from '../../../src/receiver/store-inbox-changes.ts'
import { countIssues, findCase, listIssues, type InboxFilter } from '../../../src/receiver/store-inbox.ts'
import { countKudos, findKudos } from '../../../src/receiver/store-kudos.ts'
import { countWaiting, findFirstAnswers } from '../../../src/receiver/store-medians.ts'
import { findRequestsOf } from '../../../src/receiver/store-requests.ts'
import { findThread } from '../../../src/receiver/store-threads.ts'
import { sweepFiles } from '../../../src/receiver/files/sweep-files.ts'
import { figure, type Figure } from '../figure.ts'
import { fill, site } from './fill.ts'

const day = 86_400_000
const list = (filter: Partial<InboxFilter>) => (query: Query) => listIssues(query, site, { order: 'newest', limit: 50, ...filter }, Date.now())
const one = (ask: (query: Query, id: string, seq: string) => Promise<unknown>) => (query: Query, round: number) => {
  const number = String(20 * (round + 1))
  return ask(query, `issue-${number}`, number)
}
const nowhere = { put: async () => {}, get: async () => undefined, remove: async () => {} }

/** What staff, customers and workers ask of a full table. `round` lets each ask for something else. */
export const questions: Readonly<Record<string, (query: Query, round: number) => Promise<unknown>>> = {
  'inbox, newest': list({}),
  'inbox, by promise': list({ order: 'promise' }),
  'inbox, of one kind': list({ kind: 'idea' }),
  'inbox, open ones by promise': list({ status: 'open', order: 'promise' }),
  'inbox, of a topic': list({ topic: 'topic-3' }),
  'inbox, of a department': list({ audience: 'team-1' }),
  'inbox, of a rung': list({ rung: 'lead' }),
  'inbox, late': list({ late: true, order: 'promise' }),
  'inbox, praise of one person': list({ person: 'person 3' }),
  'inbox, search that finds much': list({ q: 'does not work' }),
  'inbox, search for one reference': (query, round) => list({ q: `E-${1_000 + round}` })(query),
  'inbox, search that finds nothing': list({ q: 'nowhere to be found' }),
  'inbox, its counts': query => countIssues(query, site, Date.now()),
  'inbox, a case': one((query, id) => findCase(query, site, id, Date.now())),
  'inbox, a case\'s files': one((query, id) => findAttachments(query, site, id)),
  'inbox, kudos counted': query => countKudos(query, site),
  'inbox, kudos': query => findKudos(query, site, { limit: 50 }),
  'inbox, what could not be passed on': query => listForwards(query, site, { status: 'dead', limit: 50 }),
  'inbox, what is passed on': query => listForwards(query, site, { limit: 50 }),
  'inbox, of one forwarder what waits': query => listForwards(query, site, { status: 'waiting', forwarder: 'github', limit: 50 }),
  'inbox, what is passed on, counted': query => countForwards(query, site),
  'an issue\'s forwards': one((query, id) => findForwards(query, site, id)),
  'a thread': one((query, id) => findThread(query, site, id)),
  'a thread\'s mark, for its events': one((query, _, seq) => findMark(query, { seq })),
  'requests of one customer': (query, round) => findRequestsOf(query, site, `customer-${10 * (round + 1)}`, 50),
  'first answers of four weeks': query => findFirstAnswers(query, site, Date.now() - 28 * day, Date.now()),
  'how many wait': query => countWaiting(query, site),
  'worker, what is due': query => findBusy(query, site, ['github', 'jira'], new Date().toISOString()),
  'worker, taking the next': query => claimForward(query, site, 'github', new Date().toISOString(), 60_000),
  'files, a sweep': query => sweepFiles(query, nowhere, 'left-'),
}

/** Fills a PostgreSQL with so many issues and asks each question so often. */
export async function benchQueries(url: string, { count, rounds }: { count: number; rounds: number }): Promise<Figure[]> {
  const database = await openPostgres(url)
  try {
    await migrate(database.query)
    await fill(database.query, count)
    const figures: Figure[] = []
    for (const [name, ask] of Object.entries(questions)) {
      const times: number[] = []
      for (let round = 0; round <= rounds; round++) {
        const since = performance.now()
        await ask(database.query, round)
        times.push(performance.now() - since)
      }
      // The first of them fills the caches.
      figures.push(figure(`${count} issues: ${name}`, 'ms', times.slice(1)))
    }
    return figures
  } finally {
    await database.close()
  }
}
