import { createEmitter } from '../support/emitter.ts'
import { isRecord } from '../support/json.ts'
import type { OutboxChange } from './record.ts'

/** Tells this tab's listeners and, of what is on disk, the other tabs. */
export interface News {
  /** Whether other tabs can be told, and heard. */
  readonly isShared: boolean
  subscribe(listener: (change: OutboxChange) => void): () => void
  tell(change: OutboxChange): void
  close(): void
}

const platform = (name: string) => new BroadcastChannel(name)

/** @param heard called before the listeners, for what another tab told. */
export function createNews(
  name: string,
  heard: (change: OutboxChange) => void,
  open: (name: string) => BroadcastChannel | undefined = platform,
): News {
  const { subscribe, emit } = createEmitter<OutboxChange>()
  let channel: BroadcastChannel | undefined
  try {
    channel = open(name)
  } catch {
    // Missing, or an opaque origin: this tab learns when it next reads the store.
  }
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<OutboxChange>) => {
      if (!isRecord(data) || typeof data.id !== 'string') return
      heard(data)
      emit(data)
    }
  return {
    get isShared() {
      return channel !== undefined
    },
    subscribe,
    tell(change) {
      emit(change)
      if (change.durable) channel?.postMessage(change)
    },
    close() {
      channel?.close()
      // A closed one throws, and an attempt under way may still have something to tell.
      channel = undefined
    },
  }
}
