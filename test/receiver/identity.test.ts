import assert from 'node:assert/strict'
import { it } from 'node:test'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import type { Clock } from '../../src/core/support/clock.ts'
import { createIdentity, type IdentityOptions } from '../../src/receiver/identity.ts'

const now = Date.UTC(2026, 10, 21, 10)
const clock: Clock = { now: () => now, after: () => () => {} }
const secret = 'a secret that only the site and its receiver know'
const bytes = (text: string) => new TextEncoder().encode(text)
const seconds = (after: number) => Math.floor(now / 1000) + after

const claims = { sub: 'ann', aud: 'earshot', iss: 'https://shop.example', exp: seconds(60) }
const sign = (payload: object = {}, key: Uint8Array | CryptoKey = bytes(secret), alg = 'HS256', header = {}) =>
  new SignJWT({ ...claims, ...payload }).setProtectedHeader({ alg, ...header }).sign(key)
const open = (options: Partial<IdentityOptions> = {}) => createIdentity({ secret, audience: 'earshot', clock, ...options })

it('knows whom a true token names', async () => {
  const identity = await open({ issuer: 'https://shop.example' })
  assert.deepEqual(await identity(await sign({ name: 'Ann' })), { ...claims, name: 'Ann' })
})

it('believes no token that is old, for another service, from elsewhere, unsigned or changed', async () => {
  const identity = await open({ issuer: 'https://shop.example' })
  const good = await sign()
  const [header, payload, signature] = good.split('.') as [string, string, string]
  const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'ben' })).toString('base64url')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const wrong: Record<string, string> = {
    expired: await sign({ exp: seconds(-11) }),
    'without an end': await sign({ exp: undefined }),
    'not yet good': await sign({ nbf: seconds(60) }),
    'for another service': await sign({ aud: 'mail' }),
    'for nobody in particular': await sign({ aud: undefined }),
    'by another issuer': await sign({ iss: 'https://evil.example' }),
    'naming nobody': await sign({ sub: undefined }),
    'with an empty name': await sign({ sub: '' }),
    'with a name that is none': await sign({ sub: { toString: 'ann' } }),
    'by another key': await sign({}, bytes('another secret that is long enough to sign')),
    unsigned: new UnsecuredJWT(claims).encode(),
    'unsigned, with a signature': `${none}.${payload}.${signature}`,
    'with other claims': `${header}.${forged}.${signature}`,
    'without a signature': `${header}.${payload}.`,
    empty: '', 'no token': 'ann', dots: '..', binary: '\0.\ud800.\u{1f600}', huge: `${good}${'A'.repeat(9_000)}`, json: JSON.stringify(claims),
  }
  for (const [what, token] of Object.entries(wrong)) assert.equal(await identity(token), undefined, what)
  assert.ok(await identity(await sign({ exp: seconds(-9) })), 'clocks may differ by seconds')
})

it('takes no public key for a secret, and no algorithm that was not allowed', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = await exportJWK(publicKey)
  const identity = await open({ secret: undefined, key } as never)
  assert.equal((await identity(await sign({}, privateKey, 'ES256')))?.['sub'], 'ann')
  assert.equal((await identity(await sign({}, privateKey, 'ES256', { kid: 'any' })))?.['sub'], 'ann')
  assert.equal(await identity(await sign({}, bytes(JSON.stringify(key)), 'HS256')), undefined)
  const rsa = await generateKeyPair('RS256')
  assert.equal(await identity(await sign({}, rsa.privateKey, 'RS256')), undefined)
  const strict = await open({ algorithms: ['HS512'] })
  assert.equal(await strict(await sign()), undefined)
  assert.ok(await strict(await sign({}, bytes(secret), 'HS512')))
})

it('finds the key of a token among several', async () => {
  const [one, two, strange] = await Promise.all(['ES256', 'ES256', 'ES256'].map(alg => generateKeyPair(alg, { extractable: true })))
  const keys = [{ ...await exportJWK(one!.publicKey), kid: 'one' }, { ...await exportJWK(two!.publicKey), kid: 'two' }]
  const identity = await open({ secret: undefined, jwks: { keys } } as never)
  assert.ok(await identity(await sign({}, two!.privateKey, 'ES256', { kid: 'two' })))
  assert.equal(await identity(await sign({}, two!.privateKey, 'ES256', { kid: 'one' })), undefined)
  assert.equal(await identity(await sign({}, strange!.privateKey, 'ES256', { kid: 'two' })), undefined)
  assert.equal(await identity(await sign({}, strange!.privateKey, 'ES256', { kid: 'three' })), undefined)
})

it('does not call a token false because the site\'s keys cannot be had', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  // Port 0 answers nobody.
  const identity = await open({ secret: undefined, jwks: 'http://127.0.0.1:0/keys' } as never)
  await assert.rejects(identity(await sign({}, privateKey, 'ES256')))
  assert.equal(await identity('no token'), undefined)
})

it('says at once what it cannot work with', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const [key, own] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)])
  const wrong: Partial<Record<keyof IdentityOptions, unknown>>[] = [
    { secret: undefined }, { key }, { secret: 'short' }, { audience: undefined }, { audience: '' }, { audience: [] }, { audience: ['earshot', ''] },
    { algorithms: ['none'] }, { algorithms: ['RS256'] }, { algorithms: [] }, { secret: undefined, key, algorithms: ['HS256'] },
    { secret: undefined, key: own }, { secret: undefined, key: { kty: 'oct', k: 'AAAA' } }, { secret: undefined, jwks: 'no address' },
    { secret: undefined, jwks: {} }, { secret: undefined, jwks: null },
  ]
  for (const options of wrong) {
    await assert.rejects(open(options as never), { code: 'receiver/identity-options' }, JSON.stringify(options))
  }
})
