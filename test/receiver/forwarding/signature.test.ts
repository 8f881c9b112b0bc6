import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { fromBase64, hmacSha256, signed, standardSigned } from '../../../src/receiver/forwarding/signature.ts'
import { hex } from '../../../src/core/support/hex.ts'
import { encode } from '../../../src/receiver/bytes.ts'

const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`
const now = Date.parse('2026-11-22T12:00:00Z')
const text = '{"said":"It whistles"}'

/** Signed by the library of the people who wrote the standard. */
function requestOf({ id = 'msg_1', at = now, by = secret, said = text, more = {} as Record<string, string> } = {}): Request {
  const headers = { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at / 1_000)), 'webhook-signature': new Webhook(by).sign(id, new Date(at), said), ...more }
  return new Request('https://shop.example/hooks', { method: 'POST', headers })
}

describe('signatures', () => {
  it('are HMAC-SHA-256, as RFC 4231 has it', async () => {
    const mac = await hmacSha256(encode('Jefe'), encode('what do ya want for nothing?'))
    assert.equal(hex(mac), '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
    assert.equal(await signed(encode('Jefe'), encode('what do ya want for nothing?'), mac), true)
    assert.equal(await signed(encode('Jefe'), encode('what do ya want for nothing!'), mac), false)
    assert.equal(await signed(encode(''), encode('x'), mac), false)
  })

  it('of Standard Webhooks are known as their own library makes them', async () => {
    assert.equal(await standardSigned(secret, requestOf(), encode(text), now), true)
    const many = { 'webhook-signature': `v1a,xyz v1,AAAA ${new Webhook(secret).sign('msg_1', new Date(now), text)}` }
    assert.equal(await standardSigned(secret, requestOf({ more: many }), encode(text), now), true)
  })

  it('of Standard Webhooks hold for this body, id, key and time, and for no other', async () => {
    const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
    const wrong: [Request, string][] = [
      [requestOf(), `${text} `],
      [requestOf({ more: { 'webhook-id': 'msg_2' } }), text],
      [requestOf({ by: other }), text],
      [requestOf({ at: now - 301_000 }), text],
      [requestOf({ at: now + 301_000 }), text],
      [requestOf({ more: { 'webhook-timestamp': 'soon' } }), text],
      [requestOf({ more: { 'webhook-signature': '' } }), text],
      [requestOf({ more: { 'webhook-signature': 'v1,' } }), text],
      [new Request('https://shop.example/hooks'), text],
    ]
    for (const [request, body] of wrong) assert.equal(await standardSigned(secret, request, encode(body), now), false, JSON.stringify([...request.headers]))
    assert.equal(await standardSigned('whsec_', requestOf(), encode(text), now), false)
    assert.equal(await standardSigned('whsec_not base64!', requestOf(), encode(text), now), false)
  })

  it('are read from base64, and nothing else is', () => {
    assert.deepEqual([fromBase64('AP8='), fromBase64('*')], [Uint8Array.of(0, 255), undefined])
  })
})
