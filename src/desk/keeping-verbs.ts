import type { Draft } from '../core/issue/draft.ts'
import type { Journey } from '../core/issue/issue.ts'
import type { Store } from '../core/outbox/store.ts'
import type { Context } from './context.ts'
import type { Desk } from './desk.ts'
import { kindOf } from './kind-of.ts'

const day = 86_400_000
// Drafts are forgotten after 30 days, a journey after one: it explains this visit, not this person.
const life = { draft: 30 * day, journey: day }
// Typed text is on the device at the latest this long after it was typed, in milliseconds.
const delay = 400

interface Dated<T> { value: T; at: number }

export interface KeepingVerbs extends Pick<Desk, 'edit' | 'restore' | 'consent' | 'forget'> {
  /** Opened with the first thing that is kept, never before. */
  store(): Promise<Store>
  /** Whether an earlier page kept something. Creates nothing. */
  existed(): Promise<boolean>
  /** Brings the journey of this visit back, if there is one. */
  recall(): Promise<void>
  keepJourney(): void
  /** Forgets a draft that has become an issue. */
  dropDraft(form: string): Promise<void>
  close(): void
}

/** Everything that is kept on the device besides issues: drafts and the journey. */
export function keepingVerbs(context: Context): KeepingVerbs {
  const { clock, dispatch, settings, storeName, seams } = context
  const room = () => import('../core/outbox/open-store.ts')
  let opened: Promise<Store> | undefined
  let held = settings.consent === 'required'
  let recalled = false
  const unsaved = new Map<string, unknown>()
  let timer: (() => void) | undefined

  const open = async () => {
    const { openStore, createMemoryStore } = await room()
    const store = held ? createMemoryStore() : await (seams.openStore ?? openStore)(storeName)
    dispatch({ type: 'stored', storage: store.durable ? 'durable' : 'memory' })
    return store
  }
  const store = () => (opened ??= open().catch((error: unknown) => ((opened = undefined), Promise.reject(error))))
  const existed = async () => {
    if (opened) return true
    if (seams.storeExists) return seams.storeExists(storeName)
    // Asked without opening: opening would create it.
    const databases = await globalThis.indexedDB?.databases?.().catch(() => [])
    return databases?.some(database => database.name === storeName) ?? false
  }
  const save = async () => {
    timer = undefined
    const put = [...unsaved].filter(([, value]) => value !== undefined).map(([key, value]) => [key, { value, at: clock.now() }] as const)
    const gone = [...unsaved].filter(([, value]) => value === undefined).map(([key]) => key)
    unsaved.clear()
    // A draft that cannot be kept stays in the form; submitting says so where it matters.
    await (await store()).write({ put, delete: gone }).catch(() => {})
  }
  const saveSoon = (key: string, value: unknown) => {
    unsaved.set(key, value)
    timer ??= clock.after(delay, () => void save().catch(() => {}))
  }
  const load = async <T>(key: string, lifetime: number): Promise<T | undefined> => {
    if (!(await existed())) return undefined
    const dated = await (await store()).get<Dated<T>>(key).catch(() => undefined)
    return dated && clock.now() - dated.at < lifetime ? dated.value : undefined
  }

  return {
    store,
    existed,
    edit(form, patch) {
      const draft = { kind: kindOf(form, settings), ...context.state.drafts.get(form), ...patch, form } as Draft
      dispatch({ type: 'edited', form, draft })
      saveSoon(`draft:${form}`, { ...draft, attachments: undefined })
    },
    async restore(form) {
      if (context.state.drafts.has(form)) return
      const draft = await load<Draft>(`draft:${form}`, life.draft)
      // What was typed while we were looking wins.
      if (draft && !context.state.drafts.has(form)) dispatch({ type: 'edited', form, draft })
    },
    async recall() {
      if (recalled) return
      recalled = true
      const journey = await load<Journey>('journey', life.journey)
      if (journey && Object.keys(context.state.journey).length === 0) dispatch({ type: 'travelled', journey })
    },
    keepJourney: () => saveSoon('journey', context.state.journey),
    async dropDraft(form) {
      dispatch({ type: 'edited', form, draft: undefined })
      unsaved.delete(`draft:${form}`)
      await (await store()).write({ delete: [`draft:${form}`] }).catch(() => {})
    },
    async consent(granted) {
      const before = await opened
      held = settings.consent === 'required' && !granted
      if (!before) return
      const entries = await before.entries('')
      if (!granted) await before.clear()
      opened = undefined
      await (await store()).write({ put: entries })
      before.close()
    },
    async forget() {
      timer?.()
      timer = undefined
      unsaved.clear()
      if (await existed()) await (await store()).clear()
      opened = undefined
    },
    close() {
      timer?.()
      const saved = unsaved.size > 0 ? save() : Promise.resolve()
      void saved.then(async () => (await opened)?.close()).catch(() => {})
    },
  }
}
