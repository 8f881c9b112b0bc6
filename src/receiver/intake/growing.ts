import type { Bytes } from '../bytes.ts'

/** Bytes in one piece of memory that doubles: in whatever small pieces they come, they are held once. */
export interface Growing {
  /** Bytes of memory that it takes to add so many. */
  needs(more: number): number
  add(piece: Uint8Array): void
  whole(): Bytes
}

/** @param declared how many there will be, as the sender says; 0 where it says nothing. @param max how many there may be */
export function growing(declared: number, max: number): Growing {
  let bytes: Bytes = new Uint8Array(0)
  let size = 0
  const roomFor = (more: number) => {
    const least = size + more
    if (least <= bytes.length) return bytes.length
    const doubled = Math.min(Math.max(least, bytes.length * 2), max)
    return declared >= least ? Math.min(declared, doubled) : doubled
  }
  return {
    needs: more => roomFor(more) - bytes.length,
    add(piece) {
      const room = roomFor(piece.length)
      if (room > bytes.length) {
        const larger = new Uint8Array(room)
        larger.set(bytes.subarray(0, size))
        bytes = larger
      }
      bytes.set(piece, size)
      size += piece.length
    },
    whole: () => bytes.subarray(0, size),
  }
}
