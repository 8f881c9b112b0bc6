import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'

// Readers for what strangers wrote: whatever is there, they answer with something of the type they are named after.

/** A text, or a number as one; empty for everything else. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : '')

export const recordIn = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

/** The objects in a list. */
export const recordsIn = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** Anything as a text: a text as it is, a list of texts with commas, all else as JSON; empty where there is nothing, or no end to it. */
export function dataIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value.join(', ')
  try {
    return stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** Those that are texts and not empty, one a line. */
export const linesOf = (...values: unknown[]): string => values.map(textIn).filter(Boolean).join('\n')
