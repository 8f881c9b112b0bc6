import { isRecord } from '../support/json.ts'
import type { Puzzle } from './solve.ts'

export interface Challenge {
  puzzle: Puzzle
  /** The puzzle as it came, with the signature: goes back with the solution. */
  signed: { parameters: Record<string, unknown>; signature: string }
  worker: boolean
}

const isHex = (value: unknown, from: number, to: number): value is string =>
  typeof value === 'string' && value.length >= from && value.length <= to && /^[\da-f]*$/.test(value)
const isCount = (value: unknown, to: number): value is number => Number.isInteger(value) && (value as number) > 0 && (value as number) <= to

/** What a backend asks for; undefined where that is nothing known, or more than a device should be asked for. */
export function readChallenge(value: unknown): Challenge | undefined {
  const { parameters, signature, worker } = isRecord(value) ? value : {}
  if (!isRecord(parameters) || typeof signature !== 'string') return undefined
  const { algorithm, nonce, salt, cost, keyLength = 32, keyPrefix } = parameters
  const isAsked = algorithm === 'PBKDF2/SHA-256' && isHex(nonce, 2, 128) && isHex(salt, 2, 128) && isHex(keyPrefix, 1, 4)
    && isCount(cost, 100_000) && isCount(keyLength, 64)
  return isAsked ? { puzzle: { nonce, salt, cost, keyLength, keyPrefix }, signed: { parameters, signature }, worker: worker !== false } : undefined
}
