import { kept } from '../core/outbox/kept.ts'
import { movableStore } from '../core/outbox/movable-store.ts'
import { createMemoryStore, openStore } from '../core/outbox/open-store.ts'
import type { Store } from '../core/outbox/store.ts'
import { messageOf } from '../core/support/errors.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { storeNameOf } from './device.ts'
import { reduceRooms } from './reduce-rooms.ts'

const life: ReadonlyMap<string, number> = new Map(Object.entries(kept))
// Typed text is on the device at the latest this long after it was typed, in milliseconds.
const delay = 400

/** A value with the moment it was kept at, in milliseconds since 1970. */
export interface Dated { value: unknown; at: number }

/** Whether something kept then is still of use. */
const isOfUse = (key: string, dated: Dated | undefined, now: number): dated is Dated =>
  dated !== undefined && now - dated.at < (life.get(key.split(':')[0]!) ?? 0)

/** What is kept on the device besides issues: drafts, the journey and answers given once, with the dates they were kept on. */
export interface Keeper {
  readonly store: Store
  /** Undefined when there is none, or it has outlived its use. */
  load(key: string): Promise<unknown>
  /** All whose key begins so, in key order; `value` is undefined for what has outlived its use, `at` too for what cannot be read. */
  list(prefix: string): Promise<{ key: string; value: unknown; at: number | undefined }[]>
  /** Within half a second; together with everything else that waits, or not at all. */
  keepSoon(key: string, value: unknown): void
  /** At once, with what waits to be kept: the page may be left now. Undefined drops it. Resolves when it is done. */
  keepNow(key: string, value: unknown): Promise<void>
  /** From the page's memory to the device, or back. */
  move(held: boolean): Promise<void>
  forget(): Promise<void>
  /** Another tab has erased everything: nothing of it comes back from here. */
  abandon(): void
  close(): void
}

/** The store on the device, as the desk names it. */
export const openDevice = (context: Context, onErased?: () => void): Promise<Store> =>
  (context.seams.openStore ?? openStore)(storeNameOf(context), onErased && { onErased })

/** Opens the store. With `held`, nothing is kept beyond the page. @param onErased called when another tab erases everything. */
export async function openKeeper(context: Context, held: boolean, onErased: () => void = () => {}): Promise<Keeper> {
  const clock = clockOf(context)
  const open = async (held: boolean) => (held ? createMemoryStore() : openDevice(context, onErased))
  const store = movableStore(await open(held))
  const tell = () => context.dispatch({ type: 'stored', storage: store.durable ? 'durable' : 'memory' }, reduceRooms)
  tell()
  const unsaved = new Map<string, unknown>()
  let timer: (() => void) | undefined
  let told = false

  const save = async () => {
    timer?.()
    timer = undefined
    const changes = [...unsaved]
    unsaved.clear()
    const put = changes.filter(([, value]) => value !== undefined).map(([key, value]) => [key, { value, at: clock.now() }] as const)
    try {
      await store.write({ put, delete: changes.filter(([, value]) => value === undefined).map(([key]) => key) })
    } catch (error) {
      if (!told && put.some(([key]) => key.startsWith('draft:'))) {
        told = true
        const message = `What is being written, or a file of it, could not be kept on the device and will be gone with this page: ${messageOf(error)}`
        context.tell({ code: 'desk/draft-not-kept', message })
      }
      throw error
    }
  }
  const drop = () => {
    timer?.()
    timer = undefined
    unsaved.clear()
  }
  return {
    store,
    async load(key) {
      if (unsaved.has(key)) return unsaved.get(key)
      const dated = await store.get<Dated>(key)
      return isOfUse(key, dated, clock.now()) ? dated.value : undefined
    },
    async list(prefix) {
      const now = clock.now()
      return (await store.entries<Dated>(prefix)).map(([key, dated]) => ({ key, value: isOfUse(key, dated, now) ? dated.value : undefined, at: dated?.at }))
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
    async move(held) {
      await store.move(await open(held))
      tell()
    },
    async forget() {
      drop()
      await store.clear()
    },
    abandon() {
      drop()
      store.close()
    },
    close() {
      timer?.()
      const saved = unsaved.size > 0 ? save() : Promise.resolve()
      void saved.catch(() => {}).then(() => store.close())
    },
  }
}
