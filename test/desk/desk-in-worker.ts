// The worker's half of worker.test.ts: a desk where there is no page at all.
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { createDesk } from '../../src/desk/create-desk.ts'

const desk = createDesk(
  {
    transport: { send: async issue => ({ id: issue.id, reference: 'E-1', acceptedAt: '2026-11-21T10:00:00.000Z' }) },
    articles: [{ id: 'a', title: 'Returning a lamp', body: 'Within 30 days.', format: 'markdown' }],
  },
  { openStore: async () => createMemoryStore() },
)
const results = await desk.search('returning')
const submission = await desk.submit({ kind: 'problem', story: 'No window in here' })
const receipt = await submission.receipt
postMessage({ page: 'document' in globalThis, found: results.map(({ id }) => id), reference: receipt.reference, story: submission.issue.story })
