import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { openIndexedDbStore } from '../../../src/core/outbox/indexeddb-store.ts'
import { createOutbox } from '../../../src/core/outbox/outbox.ts'
import { createId } from '../../../src/core/support/ids.ts'
import { http } from '../../../src/core/transports/http.ts'
import { checksum } from '../../../src/page/files/checksum.ts'
import { issueOf, receiptOf } from './fixtures.ts'

const megabytes = 5

/** A file that nothing can pack, and no two parts of which are the same. */
async function fileOf(id: string): Promise<Attachment> {
  const numbers = new Uint32Array((megabytes * 1_000_000) / 4)
  for (let i = 0, seed = id.charCodeAt(0) + 1; i < numbers.length; i++) numbers[i] = seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + i
  const bytes = numbers.buffer
  return { id, name: `${id}.bin`, type: 'image/webp', size: bytes.byteLength, bytes, sha256: await checksum(bytes), field: 'files' }
}

describe('Files of several megabytes in the outbox', function () {
  // Twenty megabytes written, read and summed; on a busy machine.
  this.timeout(60_000)
  const name = `files-${createId()}`
  after(() => void indexedDB.deleteDatabase(name))

  it('lie on the disk with their issue, survive the page, and arrive whole', async () => {
    const files = await Promise.all(['a', 'b', 'c', 'd'].map(fileOf))
    const issue: Issue = issueOf('The shade is torn', { attachments: files.map(({ bytes: _, ...info }) => info) })
    const first = createOutbox({ store: await openIndexedDbStore(name), name, transport: { send: () => new Promise(() => {}) }, locks: undefined })
    expect(await first.keep(issue, files)).to.deep.equal({ durable: true })
    first.dispose()

    const arrived: { issue: Issue; sums: (string | undefined)[] }[] = []
    const take = async (_: RequestInfo | URL, init?: RequestInit) => {
      const form = await new Response(init!.body as Blob, { headers: init!.headers as Headers }).formData()
      const text = form.get('issue')!
      const sent = JSON.parse(typeof text === 'string' ? text : await text.text()) as Issue
      arrived.push({ issue: sent, sums: await Promise.all(sent.attachments!.map(async ({ id }) => checksum(await (form.get(id) as File).arrayBuffer()))) })
      return new Response(JSON.stringify(receiptOf(sent)), { status: 201, headers: { 'Content-Type': 'application/json' } })
    }
    const store = await openIndexedDbStore(name)
    const second = createOutbox({ store, name, transport: http('https://desk.example/issues', { fetch: take }) })
    const [kept] = await second.records()
    expect(kept!.attachments.map(({ bytes }) => bytes.byteLength)).to.deep.equal(files.map(({ size }) => size))
    await second.drain({ force: true })
    expect(arrived).to.have.length(1)
    expect(arrived[0]!.issue).to.deep.equal(issue)
    expect(arrived[0]!.sums).to.deep.equal(files.map(({ sha256 }) => sha256))
    expect(await store.entries('issue:'), 'nothing is left once it was taken').to.deep.equal([])
    second.dispose()
    store.close()
  })
})
