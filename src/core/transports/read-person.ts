import { isRecord } from '../support/json.ts'

/** Somebody by name, in an answer; undefined when it is nobody. */
export function readPerson(value: unknown): { name: string; avatar?: string } | undefined {
  if (!isRecord(value) || typeof value.name !== 'string') return undefined
  return { name: value.name, ...(typeof value.avatar === 'string' && { avatar: value.avatar }) }
}
