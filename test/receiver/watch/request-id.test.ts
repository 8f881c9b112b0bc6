import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { requestIdOf } from '../../../src/receiver/watch/request-id.ts'

const idOf = (headers: Record<string, string>) => requestIdOf(new Request('https://desk.example/issues', { headers }))

describe('The id of a request', () => {
  it('is taken over in the forms that machines make', () => {
    const uuid = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
    assert.equal(idOf({ 'x-request-id': uuid }), uuid)
    assert.equal(idOf({ 'x-correlation-id': trace }), trace)
    assert.equal(idOf({ traceparent: `00-${trace}-00f067aa0ba902b7-01` }), trace)
    assert.equal(idOf({ 'x-request-id': 'anna', traceparent: `00-${trace}-00f067aa0ba902b7-01` }), trace)
  })

  it('is nothing that somebody could have typed', () => {
    for (const words of ['anna@shop.example', 'Anna', '4111111111111111', '+49 30 901820', `${'a'.repeat(20)} x`, 'f'.repeat(65), '']) {
      assert.equal(idOf({ 'x-request-id': words, 'x-correlation-id': words, traceparent: words }), undefined, words)
    }
  })
})
