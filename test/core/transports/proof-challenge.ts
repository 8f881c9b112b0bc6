import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

export const secret = 'k'

/** What a receiver asks for, made by the library that it asks: tries of one round, so that nobody waits. */
export const challengeOf = async ({ cost = 1, keyPrefix = '00' } = {}) =>
  JSON.parse(JSON.stringify(await createChallenge({ algorithm: 'PBKDF2/SHA-256', cost, keyPrefix, deriveKey, hmacSignatureSecret: secret, data: { id: 'i' } }))) as object
