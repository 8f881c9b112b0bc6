import { deadline } from '../support/deadline.ts'
import { connect, type Asked, type Exchange } from './connect.ts'
import { answerLimit, readLimited } from './read-limited.ts'
import { refusal } from './refusal.ts'

/** A whole answer; `said` is its JSON, undefined when it is not JSON. */
export interface Answer { status: number; headers: Headers; said: unknown }

/** The JSON of an answer, and no more than `most` bytes of it; undefined when it is none, or longer. */
export async function jsonOf(answer: Response, most = answerLimit): Promise<unknown> {
  const json = /^\s*application\/([\w.-]+\+)?json\b/i.test(answer.headers.get('Content-Type') ?? '')
  return readLimited(answer, most)
    .then(text => (json ? (JSON.parse(text) as unknown) : undefined))
    .catch(() => undefined)
}

/**
 * One request and its whole answer; resolves for 2xx, and for 304 where that was asked for.
 * @throws {TransportError} with a verdict for everything else: other statuses, no answer, one too late or too long.
 */
export function exchange(url: URL, asked: Asked, signal: AbortSignal, settings: Exchange, most?: number): Promise<Answer> {
  const talk = async (fetched: Promise<Response>): Promise<Answer> => {
    const answer = await fetched
    const { status, headers } = answer
    const said = await jsonOf(answer, most)
    const same = status === 304 && asked.headers.has('If-None-Match')
    if (!answer.ok && !same) throw refusal(answer, said, url.origin + url.pathname, settings.clock.now())
    return { status, headers, said }
  }
  return connect(url, asked, signal, settings, (fetched, limit) => deadline(talk(fetched), limit, 'transport/timeout', settings.clock))
}
