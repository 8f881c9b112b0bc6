import { limits, type Issue } from '../issue/issue.ts'
import { summarize } from '../issue/summarize.ts'
import { hash } from '../support/hash.ts'

const longestId = 128

/** The same for the same remark for ever: it is the idempotency key of what is made of it. */
function idOf(id: string, index: number): string {
  const end = `:${index + 1}`
  const whole = id + end
  return whole.length <= longestId ? whole : `${id.slice(0, 100)}:${hash(id)}${end}`
}

/**
 * One of the issue's side remarks as an issue of its own, for whoever it is really for: `parent` names the whole one, and its
 * files and its story stay there.
 * @param index in `issue.observations`, from 0.
 */
export function sideRemark(issue: Issue, index: number): Issue {
  const { text, topic, audience } = issue.observations![index]!
  const summary = summarize(text, limits.summary)
  const { version, id, createdAt, subject, environment, contact, identity, filedBy, synthetic } = issue
  return {
    version,
    id: idOf(id, index),
    createdAt,
    kind: 'observation',
    ...(summary && { summary }),
    story: text,
    ...(topic !== undefined && { topic }),
    ...(audience !== undefined && { audience }),
    ...(subject && { subject }),
    ...(environment && { environment }),
    ...(contact && { contact }),
    ...(identity && { identity }),
    ...(filedBy && { filedBy }),
    ...(synthetic !== undefined && { synthetic }),
    parent: id,
  }
}
