import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Behaviour } from '../chaos/visit.ts'
import type { Lane, Told, Way } from '../chaos/lane.ts'
import type { Engine } from '../engines/find-browsers.ts'
import type { Page } from './driver/page.ts'
import { wantedEngines } from './engine.ts'
import { openFaultWorld, type FaultWorld, type InPage } from './fault-world.ts'

/** What the customer reads while it has not arrived. */
export const readings = {
  kept: ['Kept on this device', 'It is safe here. We will send it as soon as there is a connection.'],
  blocked: ['Kept on this device', 'It is safe here, and we go on trying.'],
  busy: ['Kept on this device', 'It is safe here. Our side does not answer just now; we try again by ourselves.'],
  refused: ['Not sent yet', 'It was not taken as it is. Your text is here, unchanged.'],
  tooLarge: ['Not sent yet', 'It is too large to be taken. Please take out a picture or a file, or shorten it.'],
  memory: ['Not sent yet', 'Your browser does not let us keep it. Please leave this page open until it is sent, or copy your text.'],
} as const

/** Nobody answers: that is all that is known at first; that this page's own server does is found out a moment later. */
export const silent = () => ['kept', 'blocked'] as const

/** One fault: it lasts until the customer has read what became of their words; then it is mended. */
export interface FaultRow extends Omit<Lane, 'endpoint'> {
  /** As the title of the test has it. */
  readonly fault: string
  readonly does?: Behaviour
  /** The server is another origin than the page. */
  readonly elsewhere?: boolean
  /** Instead of an answer: prepared before, mended after. */
  readonly breaks?: (world: FaultWorld, lane: string) => void
  readonly mends?: (world: FaultWorld, lane: string) => void
  /** The page itself is at fault, and listens for `mended`. */
  readonly inPage?: boolean
  readonly reads: keyof typeof readings | ((engine: Engine) => readonly (keyof typeof readings)[])
  /** What else must be so after the first attempt. */
  readonly then?: (way: Way) => void
  /** How many attempts there are before it is mended. Default 1. */
  readonly attempts?: number
  /** Nothing more goes by itself: mended or not, it needs the customer. `where-refused`: unless it merely waits in this engine. */
  readonly final?: boolean | 'where-refused'
  /** Not before so many milliseconds after the answer, though somebody presses "Try now". */
  readonly notBefore?: number
  /** What the integrator is told. */
  readonly tells?: string
}

interface Course { readonly lane: Lane; readonly told: Told; readonly way: Way; readonly text: string; readonly final: boolean; readonly problems: readonly string[] }

/** Calls the host's script in the page. */
export const inChaos = <T>(page: Page, method: keyof InPage['chaos'], ...args: unknown[]) =>
  page.evaluate((method: string, args: unknown[]) =>
    (window as unknown as { chaos: Record<string, (...args: unknown[]) => unknown> }).chaos[method]!(...args), method, args) as Promise<T>

async function walk(world: FaultWorld, page: Page, row: FaultRow): Promise<Course> {
  const { name, bytes, identity, attempts = 1 } = row
  const { server } = world
  const lane: Lane = {
    name, ...(bytes !== undefined && { bytes }), ...(identity && { identity }),
    ...(row.elsewhere && { endpoint: `${server.otherUrl}/issues/${name}` }),
  }
  if (row.does) server.behave(name, row.does)
  row.breaks?.(world, name)
  const told = await inChaos<Told>(page, 'submit', lane)
  let way = await inChaos<Way>(page, 'failed', name)
  if (attempts > 1) way = await inChaos<Way>(page, 'attempted', name, attempts)
  const refusable = row.final === 'where-refused'
  const heading = way.status === 'refused' || !way.durable ? 'Not sent yet' : 'Kept on this device'
  // What merely waited may have gone once more since, and been refused.
  const text = await inChaos<string>(page, 'told', name, heading, ...(refusable ? ['Not sent yet'] : []))
  server.heal(name)
  row.mends?.(world, name)
  if (row.inPage) await page.evaluate((name: string) => void document.dispatchEvent(new CustomEvent('mended', { detail: name })), name)
  await inChaos(page, 'flush', name)
  const final = refusable ? (await inChaos<Way>(page, 'now', name)).status === 'refused' : row.final === true
  if (!final) {
    await inChaos(page, 'accepted', name)
    await inChaos(page, 'told', name, 'We have it')
  }
  return { lane, told, way, text, final, problems: await inChaos<string[]>(page, 'problems', name) }
}

/**
 * A test for each row, in each engine: all lanes of a table run beside each other in one page, each with its own desk, queue and
 * address, so that forty faults take the time of one.
 */
export function faultRows(title: string, rows: readonly FaultRow[], prepare: (world: FaultWorld) => void = () => {}): void {
  for (const engine of wantedEngines) {
    describe(`${title}, in ${engine}`, () => {
      const courses = new Map<string, Promise<Course>>()
      let world: FaultWorld
      let failed = true

      before(async () => {
        world = await openFaultWorld(engine)
        prepare(world)
        const page = await world.newPage()
        for (const row of rows) {
          const course = walk(world, page, row)
          // Told where its own test looks at it.
          course.catch(() => {})
          courses.set(row.name, course)
        }
      })
      after(() => world?.close(failed))

      for (const row of rows) it(row.fault, async () => check(world, row, await courses.get(row.name)!))

      it('and no page did what none may do', () => {
        assert.deepEqual(world.server.store.violations, [])
        assert.deepEqual([...world.troubles], [])
        failed = false
      })
    })
  }
}

async function check(world: FaultWorld, row: FaultRow, { lane, told, way, text, final, problems }: Course): Promise<void> {
  const { attempts, store } = world.server
  const names = typeof row.reads === 'function' ? row.reads(world.engine) : [row.reads]
  const fits = names.some(name => readings[name].every(part => text.includes(part)))
  assert.ok(fits, `the customer reads ${names.join(' or ')}: ${text}`)
  assert.equal(way.durable, !names.includes('memory'), 'whether it is on the device')
  assert.equal(told.durable, way.durable)
  row.then?.(way)
  const made = attempts.filter(({ lane: name }) => name === lane.name)
  if (row.notBefore !== undefined) {
    const waited = made[1]!.at - made[0]!.at
    assert.ok(waited >= row.notBefore, `${waited} ms after the answer, ${row.notBefore} at least`)
  }
  if (row.tells) assert.deepEqual(problems, [row.tells])
  if (!final) return world.assertOnce(lane, told)
  assert.equal(store.effects.some(({ lane: name }) => name === lane.name), false, 'nothing of it is there')
  if (row.final === true) assert.equal(made.length, 1, 'it went once')
}
