export interface Emitter<T> {
  /** Answers with a function that ends the subscription. */
  subscribe(listener: (value: T) => void): () => void
  emit(value: T): void
}

/** A listener that throws is reported to the console and does not keep the others from hearing. */
export function createEmitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    subscribe(listener) {
      // A wrapper, so that the same function subscribed twice is heard twice and ends once.
      const entry = (value: T) => listener(value)
      listeners.add(entry)
      return () => void listeners.delete(entry)
    },
    emit(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value)
        } catch (error) {
          console.error(error)
        }
      }
    },
  }
}
