import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { problemsIn } from '../../demo/site/checkout-rules.js'
import { startDemo, type Demo } from '../../demo/start.ts'

const good = {
  item: 'heron', email: 'ada@example.org', name: 'Ada Nowak', country: 'DE', street: 'Am Ryck 12', postcode: '17489', town: 'Greifswald',
  card: '4242 4242 4242 4242', expiry: '04/99', cvc: '123',
}
const today = new Date('2026-11-21')
const wrong = (change: Partial<typeof good>) => [...problemsIn({ ...good, ...change }, today).keys()]

describe('the checkout form', () => {
  it('takes a right one', () => assert.deepEqual(wrong({}), []))

  it('knows what a postcode looks like in each country', () => {
    assert.deepEqual(wrong({ postcode: '1748' }), ['postcode'])
    assert.deepEqual(wrong({ country: 'AT' }), ['postcode'])
    assert.deepEqual(wrong({ country: 'NL', postcode: '1012ab' }), [])
    assert.deepEqual(wrong({ country: 'GB', postcode: ' ec1a 1bb ' }), [])
    assert.deepEqual(wrong({ country: 'XX' }), ['country'])
  })

  it('sees a misread digit, an expired card, swapped month and year, a missing house number', () => {
    assert.deepEqual(wrong({ card: '4242 4242 4242 4243' }), ['card'])
    assert.deepEqual(wrong({ card: '4242' }), ['card'])
    assert.deepEqual(wrong({ expiry: '10/26' }), ['expiry'])
    assert.deepEqual(wrong({ expiry: '11/26' }), [])
    assert.deepEqual(wrong({ expiry: '29/04' }), ['expiry'])
    assert.deepEqual(wrong({ street: 'Am Ryck' }), ['street'])
    assert.deepEqual(wrong({ cvc: '12', email: 'ada' }), ['email', 'cvc'])
  })
})

describe('the payment', () => {
  let demo: Demo
  before(async () => void (demo = await startDemo()))
  after(() => demo.close())

  const pay = (change: Partial<typeof good>) => fetch(`${demo.url}/checkout/pay`, {
    method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ ...good, ...change }),
  })
  const payWithoutScript = async (change: Partial<typeof good>) => {
    const answer = await fetch(`${demo.url}/checkout/pay`, { method: 'POST', body: new URLSearchParams({ ...good, ...change }), redirect: 'manual' })
    return [answer.status, answer.headers.get('location')] as const
  }

  it('goes through, is declined, or fails on our side, by the card', async () => {
    const taken = await pay({})
    assert.equal(taken.status, 201)
    assert.match((await taken.json() as { order: string }).order, /^HR-\d{5}$/)
    const declined = await pay({ card: '4000 0000 0000 0002' })
    assert.deepEqual([declined.status, await declined.json()], [402, { code: 'card-declined' }])
    assert.equal((await pay({ card: '4000000000000119' })).status, 503)
    const fields = await pay({ postcode: 'x' })
    assert.equal(fields.status, 422)
    assert.deepEqual(Object.keys((await fields.json() as { fields: object }).fields), ['postcode'])
  })

  it('works without a script', async () => {
    const [status, location] = await payWithoutScript({})
    assert.equal(status, 303)
    assert.match(location ?? '', /^\/order\/\?number=HR-\d{5}/)
    assert.deepEqual(await payWithoutScript({ card: '4000000000000002' }), [303, '/checkout/#card-declined'])
    assert.deepEqual(await payWithoutScript({ postcode: 'x' }), [303, '/checkout/#check-fields'])
  })

  it('refuses what is no form at all', async () => {
    const answer = await fetch(`${demo.url}/checkout/pay`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: '[[' })
    assert.equal(answer.status, 422)
  })
})
