/** Anything JSON can say. Absent means absent: `null` is never written by Earshot. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A guard for plain data objects: no arrays, no class instances. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
