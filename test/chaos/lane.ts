import type { Failure } from '../../src/core/outbox/record.ts'

/** One issue and what happens to it, apart from all others: a desk, a queue and an address of its own. */
export interface Lane {
  /** Names the desk, and the address below `/issues/`. */
  readonly name: string
  /** Where another address is wanted than its own. */
  readonly endpoint?: string
  /** The size of the file that goes along. */
  readonly bytes?: number
  /** The site has signed somebody in; each time it is asked the token is a new one. */
  readonly identity?: boolean
}

/** What the page was told when it was kept. */
export interface Told { readonly id: string; readonly durable: boolean; readonly issue: string }

/** How it stands; `dueIn` in milliseconds from then. */
export interface Way { readonly status: string; readonly durable: boolean; readonly attempts: number; readonly dueIn?: number; readonly failure?: Failure }

/** What a later page finds. */
export interface Waiting { readonly id: string; readonly status: string; readonly dueIn: number }

/** What the customer wrote, with what is easily spoiled on the way. */
export const storyOf = ({ name }: Pick<Lane, 'name'>): string => `${name}: “Größe”, 🫖 and \u05d0, a tab\tand a line\u2028break & <b>, %00, +1.`

/** The bytes of its file, the same wherever they are asked for; every value there is. */
export function bytesOf({ name, bytes }: Pick<Lane, 'name' | 'bytes'>): Uint8Array<ArrayBuffer> | undefined {
  if (!bytes) return undefined
  const seed = [...name].reduce((sum, character) => sum + character.codePointAt(0)!, 0)
  return Uint8Array.from({ length: bytes }, (_, at) => (at * 31 + (at >> 8) + seed) % 256)
}
