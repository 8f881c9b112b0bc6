import type { Context } from './context.ts'
import { Refusal } from './refusal.ts'

/**
 * The claims of the site's token, once it was checked; nothing without a token, or where tokens are not looked at.
 * @throws {Refusal} 401 for one that is refused.
 */
export async function identify(
  { options: { identity } }: Context, request: Request, enclosed?: string,
): Promise<Record<string, unknown> | undefined> {
  const token = request.headers.get('earshot-identity') || enclosed
  if (!identity || !token) return undefined
  return (await identity(token)) ?? refuseIdentity('The identity token was refused: expected a fresh one.')
}

export function refuseIdentity(detail: string): never {
  throw new Refusal(401, detail, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } })
}
