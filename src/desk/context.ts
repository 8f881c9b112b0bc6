import type { Random } from '../core/support/ids.ts'
import type { Clock } from '../core/support/clock.ts'
import type { Problem } from '../core/support/errors.ts'
import type { Store } from '../core/outbox/store.ts'
import type { Settings } from './config.ts'
import type { Page } from './page.ts'
import type { Reducer } from './reduce.ts'
import type { DeskState } from './state.ts'

/** What the outside world is to a desk; every part may be replaced. Tests pass their own, the doors pass the page. */
export interface Seams {
  page?: Page
  clock?: Clock
  random?: Random
  fetch?: typeof fetch
  /** Opens what is kept on the device. Default: IndexedDB, else memory. */
  openStore?: (name: string, options?: { onErased?: () => void }) => Promise<Store>
  /** Whether something was kept earlier; must not create anything. */
  storeExists?: (name: string) => Promise<boolean>
  /** What relative addresses are resolved against. Default: the page's own address. */
  base?: string
}

/** What the verbs share. */
export interface Context {
  readonly settings: Settings
  readonly seams: Seams
  /** What relative addresses are resolved against; undefined outside a page. */
  readonly base: string | undefined
  readonly state: DeskState
  dispatch<E>(event: E, reducer: Reducer<E>): void
  /** Calls back after every change of the state. Answers with a function that ends it. */
  subscribe(listener: (state: DeskState) => void): () => void
  /** Into `state.problems`, and to the console once. */
  tell(problem: Problem): void
}
