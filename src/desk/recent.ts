import { tokenize } from '../core/articles/terms.ts'
import { kindOf } from '../core/forms/kind-of.ts'
import type { Draft } from '../core/issue/draft.ts'
import { day } from '../core/support/clock.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { enclose } from './enclosures.ts'
import { numbered } from './numbered.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import type { Request } from './state.ts'

type About = Pick<Draft, 'topic' | 'subject' | 'answers' | 'story'>

const most = 3
const longest = 30 * day
// Each says something of its own; a second one repeats nothing.
const single = ['gap', 'rating', 'praise']

/** Requests of this device that a draft may be about, newest first. Nobody is asked for them. */
export async function recentLike(context: Context, backroom: Backroom, posting: PostingVerbs, given: Draft): Promise<Request[]> {
  const kind = given.kind ?? kindOf(given.form ?? '', context.settings.forms)
  if (single.includes(kind) || given.escalation) return []
  const draft = enclose({ ...given, kind }, await backroom.enclosures())
  const now = clockOf(context).now()
  // A question that cannot be asked keeps nothing from being sent.
  const all = await posting.list.known().catch(() => [])
  const ids = new Set(all.map(({ id }) => id))
  const written: unknown[] = [draft['id'], draft.replaces, draft.parent]
  const isRecent = ({ id, issue, status, thread }: Request) => {
    const fits = issue.kind === kind && !issue.synthetic && status !== 'refused' && !written.includes(id)
    if (!fits || ids.has(thread?.continuedBy?.id ?? '')) return false
    return thread?.status !== 'closed' || !(now - Date.parse(thread.messages.at(-1)?.at ?? issue.createdAt) > longest)
  }
  return all.filter(request => isRecent(request) && isAboutTheSame(draft, request.issue)).slice(0, most)
}

/** The number of an order settles it; else the same topic or product; else the same page, where they also have words in common. */
function isAboutTheSame(one: About, other: About): boolean {
  if (numbersOf(one).some(number => numbersOf(other).includes(number))) return true
  const pairs = [[one.topic, other.topic], [productOf(one), productOf(other)]].filter(pair => pair.every(Boolean))
  if (pairs.length) return pairs.every(([first, second]) => first === second)
  return one.subject?.url !== undefined && one.subject.url === other.subject?.url && shareWords(one.story, other.story)
}

/** A third of the words of the shorter one: on one page one can write of many things. */
function shareWords(one = '', other = ''): boolean {
  const [few, many] = [one, other].map(text => new Set(tokenize(text))).sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  return few.size > 0 && [...few].filter(word => many.has(word)).length * 3 >= few.size
}

const productOf = ({ subject }: About) => subject?.product?.id ?? subject?.product?.name

const numbersOf = ({ answers = {} }: About) =>
  Object.entries(answers).flatMap(([name, value]) => (numbered.test(name) && /\d/.test(String(value)) ? [`${name}:${String(value).trim().toLowerCase()}`] : []))
