import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { it } from 'node:test'
import { encode, sha256 } from '../../src/receiver/bytes.ts'
import { createToken, fits } from '../../src/receiver/tokens.ts'

it('makes the same key to a thread in every version: an HMAC of the site and the id', () => {
  for (const [secret, site, id] of [['s3cret', '', 'a-1'], ['ü'.repeat(200), 'shop', '01J8-long.id~'], [' ', 'a b', 'x']] as const) {
    assert.equal(createToken(secret, site, id), createHmac('sha256', secret).update(`${site}\0${id}`).digest('base64url'))
  }
  assert.throws(() => createToken('', 'shop', 'a-1'), { code: 'receiver/no-secret' })
})

it('hashes what is short as what is long', async () => {
  for (const length of [0, 1, 63, 64, 4_095, 4_096, 4_097, 100_000]) {
    const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)))
    assert.equal(await sha256(bytes), createHash('sha256').update(bytes).digest('hex'), String(length))
  }
})

it('knows a token by its hash, and no other one', async () => {
  const token = createToken('s3cret', '', 'a-1')
  assert.equal(await fits(token, await sha256(encode(token))), true)
  assert.equal(await fits(createToken('s3cret', '', 'a-2'), await sha256(encode(token))), false)
  assert.equal(await fits(token, undefined), false)
})
