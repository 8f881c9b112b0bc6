import type { Message, Thread, ThreadStatus } from '../issue/thread.ts'
import { stringify } from '../support/stringify.ts'
import type { Conversation, Said } from './chatwoot-line.ts'

/** What a conversation says, without the issue that it begins with. @param replied replies by their own ids, with the number each has there. */
export function threadIn({ id: number, status, messages }: Conversation, id: string, replied: ReadonlyMap<string, number>): Thread {
  const own = new Map([...replied].map(([ownId, there]) => [there, ownId]))
  const first = messages.findIndex(({ type }) => type === 0)
  const spoken = messages.filter(({ type, text, files }, index) => index !== first && [0, 1, 3].includes(type) && (text || files.length > 0))
  const owner = authorOf(spoken.findLast(({ type }) => type === 1))
  return {
    id,
    reference: String(number),
    status: statusOf(status, spoken.findLast(({ type }) => type !== 3)),
    ...(owner && { owner }),
    messages: spoken.map(said => messageOf(said, own.get(said.id) ?? String(said.id))),
  }
}

/** What a template says is no answer. */
const statusOf = (status: string, last: Said | undefined): ThreadStatus => (status === 'resolved' ? 'closed' : last && last.type !== 0 ? 'answered' : 'open')

function messageOf(said: Said, id: string): Message {
  const author = authorOf(said)
  return {
    id,
    at: new Date(said.at * 1_000).toISOString(),
    from: said.type === 0 ? 'customer' : 'staff',
    ...(author && { author }),
    text: [said.text, ...said.files].filter(Boolean).join('\n'),
  }
}

/** Agents have names; the customer knows their own, and a template is nobody. */
function authorOf(said: Said | undefined): { name: string; avatar?: string } | undefined {
  const { name, avatar_url: avatar } = said?.type === 1 ? said.sender : {}
  return typeof name === 'string' && name ? { name, ...(typeof avatar === 'string' && avatar && { avatar }) } : undefined
}

const kinds: { readonly [kind in NonNullable<Message['kind']>]?: string } = {
  solved: 'It is solved.', 'not-solved': 'It is not solved.', praise: 'Praise for whoever helped.', holds: 'It still holds.', 'holds-not': 'It came back.', 'taken-back': 'Need not be taken further any more.',
}

/** A reply as words for an agent: the customer's own, then what was ticked and rated. */
export const wordsOf = ({ text, kind, rating, answers = {} }: Message): string =>
  [
    text,
    kind && kinds[kind],
    rating && `${rating.value} of ${rating.max} (${rating.scale})`,
    ...Object.entries(answers).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : stringify(value)}`),
  ].filter(Boolean).join('\n\n')
