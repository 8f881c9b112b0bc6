// A transport written from the README alone, and what the README says of it.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Transport } from '../../src/core/transports/transport.ts'
import { transportPromises } from '../../src/testing/transport-kit.ts'
import { root } from '../house/laws/sources.ts'
import { blocksOf, read } from './blocks.ts'
import { bundle, layOut } from './examples.ts'
import { fakeTicketSystem } from './fake-ticket-system.ts'

const block = blocksOf('README.md', read('README.md')).find(({ name }) => name === 'tickets.ts')!
const [file] = layOut(join(root, 'test-results', 'own-transport'), [block])
const { tickets } = (await import(await bundle(file!))) as { tickets: (fetch?: typeof globalThis.fetch) => Transport }

describe('A transport from the README alone', () => {
  it('has under twenty lines, and needs nothing but the package', () => {
    assert.ok(block.text.trimEnd().split('\n').length < 20)
    assert.deepEqual([...block.text.matchAll(/from '([^']+)'/g)].map(([, from]) => from), ['earshot'])
  })

  for (const { title, run } of transportPromises(() => {
    const backend = fakeTicketSystem()
    return { transport: tickets(backend.fetch), backend }
  }))
    it(title, run)

  it('does not tell the ticket system the site’s token', async () => {
    let body = ''
    const fetch: typeof globalThis.fetch = async (_, init) => {
      body = String(init?.body)
      return Response.json({ key: 'a', number: 'T-1' })
    }
    const issue = { version: 1, id: 'a', createdAt: '2026-11-22T10:00:00.000Z', kind: 'idea', identity: { token: 'top-secret' } } as const
    await tickets(fetch).send(issue, [], { signal: new AbortController().signal })
    assert.ok(body.includes('"id":"a"') && !body.includes('top-secret'))
  })
})
