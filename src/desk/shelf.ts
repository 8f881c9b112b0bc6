import { createEmitter } from '../core/support/emitter.ts'
import type { Desk } from './desk.ts'

/** Where desks are found by name. It hangs on `globalThis` under a registered symbol, so that two copies of the bundle share it. */
export interface Shelf {
  get(name: string): Desk | undefined
  put(name: string, desk: Desk): void
  /** Takes the desk away, if it is still the one under that name. */
  remove(name: string, desk: Desk): void
  /** Calls back whenever a desk comes or goes. */
  watch(listener: () => void): () => void
}

const key = Symbol.for('earshot.shelf.1')

function createShelf(): Shelf {
  const desks = new Map<string, Desk>()
  const { subscribe, emit } = createEmitter<void>()
  return {
    get: name => desks.get(name),
    put(name, desk) {
      desks.set(name, desk)
      emit()
    },
    remove(name, desk) {
      if (desks.get(name) !== desk) return
      desks.delete(name)
      emit()
    },
    watch: subscribe,
  }
}

export const shelf = ((globalThis as unknown as Record<symbol, Shelf | undefined>)[key] ??= createShelf())
