import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { seal } from '../../../src/core/issue/seal.ts'
import { seeded } from '../../kill/random.ts'

const words = 'lamp parcel invoice button order refund window password kettle colour search answer delivery account payment'.split(' ')
const kinds = ['problem', 'idea', 'question', 'praise'] as const

/** What customers send, the same for the same seed but for ids and dates: about 2 kB of JSON each, with a journey and two side remarks. */
export function someIssues(seed = 1): (attachments?: Attachment[]) => Issue {
  const random = seeded(seed)
  const some = (count: number) => Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ')
  return (attachments = []) => seal({
    kind: kinds[Math.floor(random() * kinds.length)]!,
    story: `The ${some(3)} does not work. ${some(60)}.`,
    outcome: `I wanted to ${some(8)}`,
    topic: `topic-${Math.floor(random() * 8)}`,
    audience: `team-${Math.floor(random() * 3)}`,
    observations: [{ text: some(12), topic: 'looks' }, { text: some(9) }],
    contact: { name: `Customer ${Math.floor(random() * 1e6)}`, email: 'someone@example.com' },
    subject: { title: some(4), url: 'https://shop.example/lamps/12' },
    environment: { locale: 'en-GB', timeZone: 'Europe/Berlin', viewport: [1280, 720], userAgent: `Mozilla/5.0 ${some(6)}` },
    journey: { searches: [{ query: some(2), count: 4, opened: ['lamps/flicker'] }, { query: some(3), count: 0 }], articles: [{ id: 'lamps/flicker', seconds: 31 }] },
    attachments,
  })
}
