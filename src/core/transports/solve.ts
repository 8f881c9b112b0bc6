import { fromHex } from '../support/from-hex.ts'
import { hex } from '../support/hex.ts'

/** What is to be found out, in ALTCHA's words; bytes as two hexadecimal digits each. */
export interface Puzzle { nonce: string; salt: string; cost: number; keyLength: number; keyPrefix: string }

export interface Solution { counter: number; derivedKey: string }

/**
 * Tries one counter after the other until PBKDF2 of the nonce with the counter after it begins as it must. Needs `crypto.subtle`, which
 * does the work beside whichever thread asks.
 * @param rest asked after each try; `false` ends it.
 */
export async function solve({ nonce, salt, cost, keyLength, keyPrefix }: Puzzle, rest: () => boolean | Promise<boolean>): Promise<Solution | undefined> {
  const { subtle } = crypto
  const start = fromHex(nonce)!
  const password = new Uint8Array(start.length + 4)
  password.set(start)
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt)!, iterations: cost }
  for (let counter = 0; counter < 2 ** 32; counter++) {
    new DataView(password.buffer).setUint32(start.length, counter)
    const key = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(new Uint8Array(await subtle.deriveBits(how, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix)) return { counter, derivedKey }
    if (!(await rest())) return undefined
  }
  return undefined
}
