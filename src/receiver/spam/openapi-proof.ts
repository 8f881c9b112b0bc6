import { body, count, object, ref, refuses, text, type Part } from '../openapi-parts.ts'

const hex: Part = { ...text, pattern: '^([0-9a-f]{2})+$' }

/** What travels of a proof of work, in ALTCHA's words. */
export const proofSchemas: Record<string, Part> = {
  Challenge: object({
    parameters: {
      ...object({
        algorithm: { const: 'PBKDF2/SHA-256' }, nonce: hex, salt: hex, cost: count, keyLength: count, keyPrefix: hex,
        expiresAt: { ...count, description: 'Seconds since 1970.' }, data: { type: 'object' },
      }),
      description: 'Wanted: a counter that makes PBKDF2 of the nonce with the counter after it, in 32 bits, begin with the prefix.',
    },
    signature: text,
    'worker?': { const: false, description: 'To be solved without a worker.' },
  }),
  Proof: object({ challenge: ref('Challenge'), solution: object({ counter: count, derivedKey: hex }) }),
}

export const takeProof: Part = {
  operationId: 'takeProof',
  security: [{ receiptToken: [] }],
  summary: 'Take the solved challenge of an issue\'s receipt: the staff no longer read that there is none. Only where proofs are asked for.',
  ...body(ref('Proof')),
  responses: { 204: { description: 'Taken, or no longer needed.' }, ...refuses(400, 401, 404, 408, 413, 415, 422, 429) },
}
