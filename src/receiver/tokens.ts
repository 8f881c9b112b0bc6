import { EarshotError } from '../core/support/errors.ts'
import { encode, sha256, toBase64Url } from './bytes.ts'
import { shortHmac } from './short-hash.ts'

/**
 * The key to an issue's thread: an HMAC of the site and the id. A repeated issue so gets the same token although only
 * its hash lies beside the issue. Whoever has the secret can make every token: keep it out of dumps that leave the house.
 */
export function createToken(secret: string, site: string, id: string): string {
  if (!secret) throw new EarshotError('receiver/no-secret', 'createReceiver: expected a secret, got an empty one; leave it out to have one minted and kept')
  return toBase64Url(shortHmac(encode(secret), encode(`${site}\0${id}`)))
}

/** Whether a token fits a hash, in the same time whether it does or not, and whether there is a hash or not. */
export async function fits(token: string, hash: string | undefined): Promise<boolean> {
  const found = await sha256(encode(token))
  const wanted = hash ?? '0'.repeat(64)
  let difference = found.length ^ wanted.length
  for (let i = 0; i < found.length; i++) difference |= found.charCodeAt(i) ^ wanted.charCodeAt(i)
  return difference === 0 && hash !== undefined
}

/** The token of an `Authorization: Bearer` header. */
export const bearer = (request: Request): string | undefined =>
  /^Bearer +([\w.~+/=-]{1,8000})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
