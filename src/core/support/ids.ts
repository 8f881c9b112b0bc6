import { hex } from './hex.ts'

/** Fills the array with random bytes; the default is the platform's cryptographic source. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

// Taken at load, so that a page that patches `crypto` later cannot make ids predictable.
const platform: Random = bytes => crypto.getRandomValues(bytes)

/**
 * A UUID version 7: 48 bits of time, then 74 random bits, so that ids sort by birth.
 * `crypto.randomUUID` would do, but is undefined on plain `http:` pages.
 * @param now milliseconds since 1970; a wrong clock only spoils the order, never the uniqueness.
 */
export function createId(now: number = Date.now(), random: Random = platform): string {
  const bytes = random(new Uint8Array(16))
  let time = Math.max(0, Math.min(Math.floor(now) || 0, 2 ** 48 - 1))
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
