import type { Json } from '../core/support/json.ts'
import type { InboxAction } from './inbox-context.ts'
import { readMoment, readName } from './inbox-input.ts'
import { readObject, unprocessable } from './message.ts'
import { json } from './refusal.ts'
import { endDuty, findDuty, setDuty } from './store-duty.ts'

const minute = 60_000
/** Nobody is at a desk for longer; who forgot to switch it off is gone by tomorrow. */
const longest = 24 * 60

function readUntil({ until, minutes }: Record<string, Json>, now: number): string {
  if (until !== undefined) {
    const moment = Date.parse(readMoment(until, '/until'))
    if (moment > now && moment <= now + longest * minute) return new Date(moment).toISOString()
    throw unprocessable({ pointer: '/until', detail: 'expected a moment within the next 24 hours' })
  }
  if (typeof minutes === 'number' && minutes > 0 && minutes <= longest) return new Date(now + minutes * minute).toISOString()
  throw unprocessable({ pointer: '/minutes', detail: `expected minutes, more than 0 and at most ${longest}, or "until"` })
}

function readRungs(value: Json | undefined): string[] {
  const [fewest, most] = [1, 50]
  if (!Array.isArray(value) || value.length < fewest || value.length > most) {
    throw unprocessable({ pointer: '/rungs', detail: `expected a list of ${fewest} to ${most} ids of rungs` })
  }
  return value.map((rung, index) => readName(rung, `/rungs/${index}`))
}

export const listDuty: InboxAction = async ({ query, site, clock }) => json({ duty: await findDuty(query, site, clock.now()) })

/** Somebody is at their desk; said again while it is so. It ends by itself. */
export const beOnDuty: InboxAction = async ({ query, site, clock }, request) => {
  const data = await readObject(request, 'The duty', clock)
  const now = clock.now()
  const duty = { person: readName(data['person'], '/person'), rungs: readRungs(data['rungs']), until: readUntil(data, now) }
  await setDuty(query, site, duty)
  return json({ duty: await findDuty(query, site, now) })
}

export const leaveDuty: InboxAction = async ({ query, site, clock }, request) => {
  await endDuty(query, site, readName(new URL(request.url).searchParams.get('person'), '/person'))
  return json({ duty: await findDuty(query, site, clock.now()) })
}
