import type { Context } from './context.ts'
import { Refusal } from './refusal.ts'
import type { ReceiverOptions } from './settings.ts'

type Claims = Promise<Record<string, unknown> | undefined>

// Whoever counts requests asks first, whoever keeps them second: a token is checked once.
const checked = new WeakMap<Request, { token: string; claims: Claims }>()

/** The claims of a token that came with a request; nothing for one that is refused. Rejects where that cannot be known. */
export function verifiedClaims(identity: NonNullable<ReceiverOptions['identity']>, request: Request, token: string): Claims {
  const known = checked.get(request)
  if (known?.token === token) return known.claims
  const claims = identity(token)
  checked.set(request, { token, claims })
  return claims
}

/**
 * The claims of the site's token, once it was checked; nothing without a token, or where tokens are not looked at.
 * @throws {Refusal} 401 for one that is refused.
 */
export async function identify(
  { options: { identity } }: Context, request: Request, enclosed?: string,
): Promise<Record<string, unknown> | undefined> {
  const token = request.headers.get('earshot-identity') || enclosed
  if (!identity || !token) return undefined
  return (await verifiedClaims(identity, request, token)) ?? refuseIdentity('The identity token was refused: expected a fresh one.')
}

export function refuseIdentity(detail: string): never {
  throw new Refusal(401, detail, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
}
