import { openStore } from '../core/outbox/open-store.ts'
import { createMemoryStore } from '../core/outbox/memory-store.ts'
import type { Store } from '../core/outbox/store.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { storeNameOf } from './device.ts'
import { reduceRooms } from './reduce-rooms.ts'

const day = 86_400_000
// A journey is forgotten after a day: it explains this visit, not this person. Whom they have thanked is remembered for a year.
const life: { [key: string]: number } = { journey: day, thanked: 365 * day }
// Drafts, and the rest.
const usual = 30 * day
// Typed text is on the device at the latest this long after it was typed, in milliseconds.
const delay = 400

interface Dated { value: unknown; at: number }

/** What is kept on the device besides issues: drafts, the journey and answers given once, with the dates they were kept on. */
export interface Keeper {
  readonly store: Store
  /** Undefined when there is none, or it has outlived its use. */
  load(key: string): Promise<unknown>
  /** Within half a second. */
  keepSoon(key: string, value: unknown): void
  /** At once, with what waits to be kept: the page may be left now. Undefined drops it. Resolves when it is done. */
  keepNow(key: string, value: unknown): Promise<void>
  forget(): Promise<void>
  close(): void
}

/** Opens the store. With `held`, nothing is kept beyond the page. */
export async function openKeeper(context: Context, held: boolean): Promise<Keeper> {
  const { seams, dispatch } = context
  const clock = clockOf(context)
  const store = held ? createMemoryStore() : await (seams.openStore ?? openStore)(storeNameOf(context))
  dispatch({ type: 'stored', storage: store.durable ? 'durable' : 'memory' }, reduceRooms)
  const unsaved = new Map<string, unknown>()
  let timer: (() => void) | undefined

  const save = async () => {
    timer?.()
    timer = undefined
    const changes = [...unsaved]
    unsaved.clear()
    await store.write({
      put: changes.filter(([, value]) => value !== undefined).map(([key, value]) => [key, { value, at: clock.now() }] as const),
      delete: changes.filter(([, value]) => value === undefined).map(([key]) => key),
    })
  }
  return {
    store,
    async load(key) {
      if (unsaved.has(key)) return unsaved.get(key)
      const dated = await store.get<Dated>(key)
      return dated && clock.now() - dated.at < (life[key] ?? usual) ? dated.value : undefined
    },
    keepSoon(key, value) {
      unsaved.set(key, value)
      // A draft that cannot be kept stays in the form; sending says so where it matters.
      timer ??= clock.after(delay, () => void save().catch(() => {}))
    },
    keepNow(key, value) {
      unsaved.set(key, value)
      return save()
    },
    async forget() {
      timer?.()
      timer = undefined
      unsaved.clear()
      await store.clear()
    },
    close() {
      timer?.()
      const saved = unsaved.size > 0 ? save() : Promise.resolve()
      void saved.catch(() => {}).then(() => store.close())
    },
  }
}
