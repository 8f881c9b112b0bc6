import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Ask, Config } from '../../src/desk/config.ts'
import type { Seams } from '../../src/desk/context.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'
import { deskFor, stillPage } from './desk-fixtures.ts'

export const kiln: Ask = { id: 'kiln', scale: 'ces', question: { en: 'Was it easy?', de: 'War es leicht?' }, topic: 'orders', when: { event: 'order-placed' } }

/** A page whose moments come when the test says so. `visit` is another page of the same customer, over the same device. */
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
  const calm = async () => {
    for (let turn = 0; turn < 30; turn++) await new Promise(resolve => setTimeout(resolve, 1))
  }
  /** Opens the room; answers with the ids that are waited for. */
  const wait = async (desk = world.desk, longest = 2_000) => {
    waited = undefined
    desk.subscribe(() => {})
    still.wake()
    for (const since = performance.now(); performance.now() - since < longest && !waited; ) await new Promise(resolve => setTimeout(resolve, 1))
    return ((waited as { asks: readonly Ask[] } | undefined)?.asks ?? []).map(({ id }) => id)
  }
  return { ...world, clock, calm, wait, come: (id: string) => waited!.ready(id), stopped: () => stopped }
}
