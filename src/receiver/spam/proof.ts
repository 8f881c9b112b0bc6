import type { Challenge, Payload } from 'altcha-lib'
import { isRecord } from '../../core/support/json.ts'
import type { Context } from '../context.ts'
import { packageMissing } from '../package-missing.ts'
import type { ProofOptions } from './settings.ts'

/** What a device is asked to prove, in ALTCHA's own words; `worker: false` asks for it to be solved without one. */
export interface ProofChallenge extends Challenge { worker?: false }

// In every crypto.subtle, and each try is one call of it: no page's own thread is kept busy by it.
const algorithm = 'PBKDF2/SHA-256'
// One byte: 256 tries on average.
const keyPrefix = '00'

async function altcha() {
  try {
    const [lib, { deriveKey }] = await Promise.all([import('altcha-lib'), import('altcha-lib/algorithms/web/pbkdf2')])
    return { ...lib, deriveKey }
  } catch (error) {
    return packageMissing('altcha-lib', 'Proof of work needs')(error)
  }
}

const optionsIn = ({ options: { spam } }: Context): ProofOptions | undefined =>
  spam?.proof ? (spam.proof === true ? {} : spam.proof) : undefined

/** A key of its own, so that no signature of a challenge is ever the token of an issue. */
const secretOf = ({ secret }: Context): string => `${secret}\0proof`

/**
 * A fresh challenge for one issue, signed: nothing of it is kept here. Undefined where none is asked for.
 * @throws {EarshotError} `receiver/package-missing` without the package `altcha-lib`.
 */
export async function createProof(context: Context, id: string): Promise<ProofChallenge | undefined> {
  const asked = optionsIn(context)
  if (!asked) return undefined
  const { cost = 5_000, minutes = 60, worker = true } = asked
  const { site, clock } = context.options
  const { createChallenge, deriveKey } = await altcha()
  const challenge = await createChallenge({
    algorithm, cost, keyPrefix, deriveKey, data: { site, id }, hmacSignatureSecret: secretOf(context),
    expiresAt: Math.floor(clock.now() / 1_000) + minutes * 60,
  })
  return { ...challenge, ...(!worker && { worker }) }
}

/** Whether challenges are given, and solutions looked at. */
export const asksForProof = (context: Context): boolean => optionsIn(context) !== undefined

const isPayload = (value: unknown): value is Payload => {
  const { challenge, solution } = isRecord(value) ? value : {}
  return isRecord(challenge) && typeof challenge['signature'] === 'string' && isRecord(challenge['parameters']) && isRecord(solution)
}

/** What is wrong with a solution for this issue; undefined for a good one. Costs one try. */
export async function wrongIn(context: Context, id: string, value: unknown): Promise<string | undefined> {
  if (!isPayload(value)) return 'expected the challenge as it came, and its solution'
  const { verifySolution, deriveKey } = await altcha()
  const { challenge, solution } = value
  const { verified, expired } = await verifySolution({ challenge, solution, deriveKey, hmacSignatureSecret: secretOf(context) })
    // Its parameters are looked at only after their signature; whatever else is odd in it is no solution.
    .catch(() => ({ verified: false, expired: false }))
  if (expired) return 'expected a solution in time, got one of a challenge that has ended'
  const data = challenge.parameters.data
  return verified && data?.['site'] === context.options.site && data['id'] === id ? undefined : 'expected the solution of a challenge for this issue'
}
