/** Anything JSON can say. Absent means absent: `null` is never written by Earshot. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A guard for plain data objects: no arrays, no class instances. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  // What is no object, as an array or an instance, has a prototype of more than one step; of nothing there is none.
  const prototype: unknown = Object.getPrototypeOf(value ?? 0)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
