// @ts-check

/**
 * Asks the staff's side of the receiver.
 * @param {string} path @param {RequestInit} [init]
 */
async function ask(path, init = {}) {
  const answer = await fetch(`/inbox/api/${path}`, { cache: 'no-store', signal: AbortSignal.timeout(15_000), ...init })
  const value = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new Error(value?.detail ?? `The receiver answered ${answer.status}.`)
  return value
}

/** @param {unknown} value @param {string} method */
const asJson = (value, method) => ({ method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })

/** @param {URLSearchParams} filter */
export const listIssues = filter => ask(`issues?${filter}`)

/** @param {string} id */
export const readIssue = id => ask(`issues/${encodeURIComponent(id)}`)

/** Sent twice, it counts once: the message keeps its id. @param {string} id @param {Record<string, unknown>} message */
export const answerIssue = (id, message) => ask(`issues/${encodeURIComponent(id)}/messages`, asJson(message, 'POST'))

/** @param {string} id @param {Record<string, unknown>} patch */
export const changeIssue = (id, patch) => ask(`issues/${encodeURIComponent(id)}`, asJson(patch, 'PATCH'))

/** "This changed because of you", once in each case. @param {{ id: string, text: string, author: { name: string }, issues: string[] }} note */
export const tellChange = note => ask('notes', asJson(note, 'POST'))

/** @param {string} [person] @param {string} [before] */
export const readKudos = (person, before) => ask(`kudos?${new URLSearchParams({ ...(person && { person }), ...(before && { before }) })}`)

/** @param {Record<string, string>} filter */
export const readForwards = filter => ask(`forwards?${new URLSearchParams(filter)}`)

/** @param {string} id @param {'retry' | 'give-up'} verb */
export const changeForward = (id, verb) => ask(`forwards/${id}/${verb}`, { method: 'POST' })

export const readDuty = () => ask('duty')

/** @param {{ person: string, rungs: string[], minutes: number }} duty */
export const beOnDuty = duty => ask('duty', asJson(duty, 'PUT'))

/** Also while the page is being closed. @param {string} person */
export const leaveDuty = person => ask(`duty?${new URLSearchParams({ person })}`, { method: 'DELETE', keepalive: true })
