// @ts-check

export const kinds = new Map([
  ['problem', 'Problem'], ['question', 'Question'], ['idea', 'Idea'], ['praise', 'Praise'],
  ['rating', 'Rating'], ['observation', 'Observation'], ['gap', 'Without an answer'],
])

export const statuses = new Map([['open', 'Open'], ['answered', 'Answered'], ['closed', 'Closed']])

const scales = new Map([['csat', 'Satisfaction'], ['ces', 'Ease'], ['nps', 'Would recommend'], ['stars', 'Stars'], ['thumbs', 'Thumbs']])

/** What a topic is called, and which department it goes to. @type {Map<string, { label: string, audience?: string }>} */
export const topics = new Map()

/** Whom a case can be taken to, by their ids. @type {Map<string, string>} */
export const rungs = new Map()

/** The shop's own names for its topics and its people; without them the ids have to do. */
export async function loadNames() {
  try {
    const { topics: declared, ladder } = await (await fetch('/earshot.json')).json()
    for (const { id, label, audience } of declared) topics.set(id, { label, audience })
    for (const { id, name } of ladder) rungs.set(id, name)
  } catch {
    // Ids are readable, too.
  }
}

/** @param {string | undefined | null} id */
export const topicName = id => (id ? topics.get(id)?.label ?? id : 'No topic')

/** @param {string} id */
export const rungName = id => rungs.get(id) ?? id

/** With the department that reads it: as the issue says, else as the shop has it now. @param {string | undefined} id @param {string} [named] */
export function topicRoute(id, named) {
  const audience = named ?? (id && topics.get(id)?.audience)
  return audience ? `${topicName(id)} → ${audience}` : topicName(id)
}

/** @param {{ scale: string, value: number, max: number }} rating */
export function ratingWords({ scale, value, max }) {
  if (scale === 'thumbs') return value > 0 ? 'Thumbs up' : 'Thumbs down'
  return `${scales.get(scale) ?? scale}: ${value} of ${max}`
}

const suspicions = new Map([
  ['trap', 'something stood in a field that no person sees'], ['too-fast', 'it was written faster than people write'],
  ['no-proof', 'the sender’s device has not solved its puzzle, yet or at all'], ['spam', 'one of us said so'],
])

/** Why it looks like spam, in words. @param {string[]} codes */
export const suspicionWords = codes => codes.map(code => suspicions.get(code) ?? code).join('; ')

/** What the built-in forms ask. */
const fields = new Map([
  ['detail', 'The detail that bothered most'], ['person', 'Who did it'], ['about', 'What it is about'], ['orderNumber', 'Order number'],
])

/** An answer's name as somebody reads it. @param {string} name */
export const fieldName = name => fields.get(name) ?? name

const channels = new Map([['phone', 'by telephone'], ['counter', 'at the counter'], ['letter', 'by letter'], ['email', 'by e-mail'], ['chat', 'in a chat'], ['other', 'elsewhere']])

/** Who wrote it down, when it was not the customer. @param {{ name?: string, channel?: string }} filedBy */
export const filedWords = ({ name, channel }) => `Written down by ${name ?? 'staff'}${channel ? `; said ${channels.get(channel) ?? channel}` : ''}`

/** What a message says besides its words. */
export const messageKinds = new Map([
  ['answer', 'answers the question'], ['solved', 'says it is solved'], ['not-solved', 'says it is not solved'], ['rating', 'rates the help'],
  ['praise', 'says thanks'], ['holds', 'says that it holds'], ['holds-not', 'says that it came back'], ['taken-back', 'takes the next level back'],
  ['question', 'asks'], ['changed', 'tells what changed'],
])
