import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { storm } from './storm.ts'

describe('A storm of faults', () => {
  for (const seed of [1, 2]) {
    it(`of seed ${seed} loses nothing, doubles nothing, and changes neither a key nor a byte`, async () => {
      const { requests, kept, delivered, needsCustomer, crashes: _, ...faults } = await storm({ seed, requests: 300, customers: 12 })
      assert.deepEqual(faults, { lost: [], doubled: 0, changedKeys: 0, changedBytes: 0, early: 0, violations: [] })
      assert.ok(requests >= 300 && kept > 50)
      assert.ok(delivered + needsCustomer >= kept)
    })
  }
})
