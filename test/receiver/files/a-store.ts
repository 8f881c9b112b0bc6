import type { FileStore } from '../../../src/receiver/files/file-store.ts'

/** A store in memory, with what it holds; `fails` makes the next calls reject. */
export function aStore() {
  const kept = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>()
  const state = { kept, fails: undefined as 'put' | 'get' | 'remove' | undefined }
  const check = (name: string) => { if (state.fails === name) throw new Error(`the store cannot ${name}`) }
  const store: FileStore = {
    async put(key, bytes, type) {
      check('put')
      kept.set(key, { bytes, type })
    },
    async get(key) {
      check('get')
      return kept.get(key)?.bytes
    },
    async remove(key) {
      check('remove')
      kept.delete(key)
    },
  }
  return Object.assign(state, { store })
}
