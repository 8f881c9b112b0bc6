import type { JSONWebKeySet, JWK, JWTVerifyGetKey, JWTVerifyOptions } from 'jose'
import { systemClock, type Clock } from '../core/support/clock.ts'
import { EarshotError } from '../core/support/errors.ts'

/** How the site signs its tokens: exactly one of `secret`, `key` and `jwks`. */
export interface IdentityOptions {
  /** Shared with the site, at least 32 bytes: HS256, HS384 or HS512. */
  secret?: string
  /** The site's public key, as a JWK. */
  key?: JsonWebKey
  /** Where the site publishes its public keys, or those keys themselves. Fetched when first needed, and kept for a while. */
  jwks?: string | URL | { keys: JsonWebKey[] }
  /** Whom a token must be meant for, in its `aud`: one made for another service says nothing here. */
  audience: string | string[]
  /** Who must have made it, in its `iss`. Default: whoever has the key. */
  issuer?: string | string[]
  /** Default: those that fit the key; `none` is never one. */
  algorithms?: readonly string[]
  /** Seconds that clocks may differ. Default 10. */
  tolerance?: number
  clock?: Clock
}

/** Answers with a token's claims when it is true and fresh, with nothing otherwise. Rejects when the keys cannot be had. */
export type Identity = (token: string) => Promise<Record<string, unknown> | undefined>

const symmetric = ['HS256', 'HS384', 'HS512']
const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const unreachable = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']
const longest = 8_000

function wrong(message: string): never {
  throw new EarshotError('receiver/identity-options', `createIdentity: ${message}`)
}

/** The algorithms to go by. */
function check({ secret, key, jwks, audience, algorithms }: IdentityOptions): string[] {
  const given = [secret, key, jwks].filter(way => way !== undefined).length
  if (given !== 1) wrong(`expected one of secret, key and jwks, got ${given}; give the one the site signs with`)
  if (!audience?.length || [audience].flat().some(name => typeof name !== 'string' || !name)) {
    wrong('expected an audience, got none; name what the site writes into `aud`, or tokens for other services would open this one')
  }
  if (secret !== undefined && new TextEncoder().encode(secret).length < 32) wrong('expected a secret of at least 32 bytes, got a shorter one')
  if (!(typeof jwks === 'string' ? URL.canParse(jwks) : jwks === undefined || jwks instanceof URL || Array.isArray(jwks?.keys))) {
    wrong('expected jwks to be a whole address or { keys: [...] }, got neither')
  }
  if (key && (key.kty === 'oct' || key.d !== undefined)) wrong('expected a public key, got a secret one; it belongs to the site alone')
  const fitting = secret === undefined ? asymmetric : symmetric
  // A public key taken for a secret would let everybody sign: the two kinds never mix.
  const strange = algorithms?.find(name => !fitting.includes(name))
  if (strange !== undefined || algorithms?.length === 0) wrong(`expected algorithms of ${fitting.join(', ')}, got ${strange ?? 'none'}`)
  return [...(algorithms ?? fitting)]
}

/**
 * Makes the check of the site's signed tokens (JWT) for `createReceiver({ identity })`: signature, `exp`, `aud` and `sub` must be
 * there and right. What the browser says about itself is never asked.
 * @throws {EarshotError} `receiver/identity-options`; `receiver/package-missing` when the package `jose` is not installed.
 */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { secret, key, jwks, audience, issuer, tolerance = 10, clock = systemClock } = options
  const algorithms = check(options)
  const jose = await import('jose').catch((error: unknown) => {
    throw new EarshotError('receiver/package-missing', 'Identity tokens need the package "jose": npm install jose', { package: 'jose', error })
  })
  const find: JWTVerifyGetKey =
    secret !== undefined ? () => new TextEncoder().encode(secret)
    : key ? ({ alg }) => jose.importJWK(key as JWK, alg).catch(() => { throw new jose.errors.JWKSNoMatchingKey() })
    : typeof jwks === 'string' || jwks instanceof URL ? jose.createRemoteJWKSet(new URL(jwks))
    : jose.createLocalJWKSet(jwks as JSONWebKeySet)
  const rules = (): JWTVerifyOptions => ({
    algorithms, audience, ...(issuer !== undefined && { issuer }), requiredClaims: ['exp', 'sub'], clockTolerance: tolerance,
    currentDate: new Date(clock.now()),
  })

  return async token => {
    if (token.length > longest) return undefined
    try {
      const { payload } = await jose.jwtVerify(token, find, rules())
      return typeof payload.sub === 'string' && payload.sub ? { ...payload } : undefined
    } catch (error) {
      // Keys that could not be fetched are nobody's lie: the sender may come again.
      if (!(error instanceof jose.errors.JOSEError) || unreachable.includes(error.code)) throw error
      return undefined
    }
  }
}
