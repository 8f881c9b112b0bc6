import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Ask, Config } from '../../src/desk/config.ts'
import type { Seams } from '../../src/desk/context.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { fakeClock, turn } from '../core/outbox/fixtures.ts'
import { deskFor, stillPage } from './desk-fixtures.ts'

export const kiln: Ask = { id: 'kiln', scale: 'ces', question: { en: 'Was it easy?', de: 'War es leicht?' }, topic: 'orders', when: { event: 'order-placed' } }

/** A page whose moments come when the test says so. */
export function asking(asks: readonly unknown[], { store = { ...createMemoryStore(), durable: true }, clock = fakeClock(), ...more }: Partial<Config> & { store?: ReturnType<typeof createMemoryStore>; clock?: ReturnType<typeof fakeClock> } & Pick<Seams, 'random'> = {}) {
  const { random, ...config } = more as Config & Pick<Seams, 'random'>
  const still = stillPage()
  let waited: { asks: readonly Ask[]; ready: (id: string) => boolean } | undefined
  let stopped = 0
  const world = deskFor({ asks: asks as Ask[], ...config }, store, {
    clock,
    ...(random && { random }),
    page: {
      ...still.page,
      // Threads are not followed here: only what a question itself asks for is counted.
      reading: async () => ({ ...(await still.page.reading()), visible: () => false }),
      async awaitMoments(asks, ready) {
        waited = { asks, ready }
        return () => void stopped++
      },
    },
  })
  const ids = () => waited?.asks.map(({ id }) => id) ?? []
  const open = (desk: Desk) => {
    waited = undefined
    desk.subscribe(() => {})
    still.wake()
  }
  /** For as long as the test itself may take. */
  const until = async (check: () => unknown) => {
    while (!(await check())) await turn()
  }
  return {
    ...world,
    clock,
    until,
    /** The page is at rest; answers with the ids that are waited for, as soon as there are any. */
    async rests(desk = world.desk) {
      open(desk)
      await until(() => waited)
      return ids()
    },
    /** The same, and with none where it is settled that none is to be asked: an answer, to no question here, comes after that. */
    async wait(desk = world.desk) {
      open(desk)
      await desk.answerAsk('passed')
      return ids()
    },
    /** What is known of questions lies on the device. */
    noted: () => until(async () => (await store.keys('')).some(key => key.includes('asks'))),
    come: (id: string) => waited!.ready(id),
    stopped: () => stopped,
  }
}
