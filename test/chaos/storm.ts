import { honest } from './behaviours.ts'
import { openChaos } from './chaos-server.ts'
import { customer, type Customer } from './customers.ts'
import { fastClock } from './fast-clock.ts'
import { open } from './honest-store.ts'
import { seeded } from '../kill/random.ts'
import { randomFault } from './random-faults.ts'

export interface StormOptions {
  seed: number
  /** The server stays faulty until it has had so many. */
  requests: number
  customers?: number
  /** Seconds that pass in one. Default 100: the time limit of an attempt is then 300 ms. */
  speed?: number
}

/** What came of it. All of `lost`, `doubled`, `changedKeys`, `changedBytes`, `early` and `violations` are to be empty or 0. */
export interface StormFigures {
  requests: number
  kept: number
  delivered: number
  /** With the customer, with their words: the backend would not take it as it is. */
  needsCustomer: number
  crashes: number
  lost: string[]
  doubled: number
  changedKeys: number
  changedBytes: number
  early: number
  violations: readonly string[]
}

const pause = (ms: number) => new Promise<void>(resolve => void setTimeout(resolve, ms))

/** Customers write, pages crash, and a server does whatever it likes; then all is well again, and everybody looks what is there. */
export async function storm({ seed, requests, customers: count = 24, speed = 100 }: StormOptions): Promise<StormFigures> {
  const random = seeded(seed)
  const clock = fastClock(speed)
  const server = await openChaos()
  // When the next attempt of a lane may come, for those that were asked to wait: on the server's own clock.
  const notBefore = new Map<string, number>()
  let early = 0
  let crashes = 0
  let stormy = true
  const customers: Customer[] = []
  const behave = (lane: string) => server.behave(lane, visit => {
    const { key, at } = visit.attempt
    if (at < (notBefore.get(key) ?? 0)) early++
    notBefore.delete(key)
    const { response } = visit
    response.once('finish', () => {
      const asked = Number(response.getHeader('retry-after'))
      if (asked >= 1 && asked <= 2) notBefore.set(key, performance.now() + (asked * 1_000) / speed - 1)
    })
    return (stormy ? randomFault(random) : honest)(visit)
  })
  for (let i = 0; i < count; i++) {
    const name = `customer-${i + 1}`
    behave(name)
    customers.push(customer(name, `${server.url}/issues/${name}`, clock, random))
  }

  while (server.attempts.length < requests) {
    const one = customers[Math.floor(random() * count)]!
    if (random() < 0.02) {
      one.crash()
      crashes++
    } else if ((await one.records()).filter(({ status }) => status !== 'refused').length < 4) await one.write()
    await pause(1)
  }
  stormy = false
  const unsettled = async () => (await Promise.all(customers.map(async each => (await each.records()).filter(({ status, dueAt }) => status !== 'refused' || dueAt > 0)))).flat()
  while ((await unsettled()).length > 0) {
    await Promise.all(customers.map(each => each.drain()))
    await pause(20)
  }

  const refused = new Set((await Promise.all(customers.map(each => each.records()))).flat().map(({ id }) => id))
  const there = new Set(server.store.effects.map(({ key }) => key))
  const promised = customers.flatMap(each => each.promised)
  const effects = new Map(server.store.effects.map(effect => [effect.key, effect]))
  let changedBytes = 0
  // Each says something of its own: whatever is said twice is there twice.
  const said = new Set(await Promise.all(server.store.effects.map(async effect => (JSON.parse((await open(effect)).issue) as { story: string }).story)))
  for (const { id, body, file } of promised) {
    const effect = effects.get(id)
    if (!effect) continue
    const { issue, files } = await open(effect)
    if (issue !== body || (file ? !files.get('file-1')?.equals(file) : files.size > 0)) changedBytes++
  }
  for (const each of customers) each.dispose()
  await server.close()
  const known = new Set(promised.map(({ id }) => id))
  return {
    requests: server.attempts.length, kept: promised.length, delivered: there.size, needsCustomer: refused.size, crashes,
    lost: promised.filter(({ id }) => !there.has(id) && !refused.has(id)).map(({ id }) => id),
    doubled: server.store.effects.length - said.size,
    // A key that nobody was told of is one that was made up on the way.
    changedKeys: [...new Set(server.attempts.map(({ key }) => key))].filter(key => !known.has(key)).length,
    changedBytes, early, violations: server.store.violations,
  }
}
