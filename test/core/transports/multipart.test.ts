import { expect } from '@open-wc/testing'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import { issue, json, receipt, send, wired } from './fixtures.ts'

const fileOf = (more: Partial<Attachment> = {}): Attachment => ({
  id: 'a1', name: 'kettle.png', type: 'image/png', size: 4, bytes: new Uint8Array([0, 13, 10, 255]).buffer, ...more,
})

/** What a server's own parser makes of the request. */
async function parsed(...files: Attachment[]) {
  const { transport, seen } = wired(() => json(receipt))
  await send(transport, files)
  const { init, headers } = seen[0]!
  return new Response(init.body as Blob, { headers: { 'Content-Type': headers.get('Content-Type')! } }).formData()
}

describe('files', () => {
  it('follow the issue as parts named by their ids, byte for byte', async () => {
    const form = await parsed(fileOf(), fileOf({ id: 'a2', name: 'b.txt', type: 'text/plain' }))
    const names: string[] = []
    form.forEach((_, name) => names.push(name))
    expect(names).to.deep.equal(['issue', 'a1', 'a2'])
    const part = form.get('issue')!
    expect(typeof part === 'string' ? part : await part.text()).to.equal(JSON.stringify(issue))
    const file = form.get('a1') as File
    expect([file.name, file.type]).to.deep.equal(['kettle.png', 'image/png'])
    expect([...new Uint8Array(await file.arrayBuffer())]).to.deep.equal([0, 13, 10, 255])
  })

  it('cannot break out of their part by their name or type', async () => {
    const form = await parsed(fileOf({ name: 'a"\r\nX: 1\r\n\r\n.png', type: 'image/png\r\nX: 1' }))
    let count = 0
    form.forEach(() => count++)
    expect(count).to.equal(2)
    expect((form.get('a1') as File).type).to.equal('application/octet-stream')
  })

  it('make the same bytes on every attempt, boundary included', async () => {
    const { transport, seen } = wired(() => json(receipt))
    await send(transport, [fileOf()])
    await send(transport, [fileOf()])
    const bodies = await Promise.all(seen.map(({ init }) => new Response(init.body as Blob).arrayBuffer()))
    expect([...new Uint8Array(bodies[0]!)]).to.deep.equal([...new Uint8Array(bodies[1]!)])
    expect(seen[0]!.headers.get('Content-Type')).to.equal(seen[1]!.headers.get('Content-Type'))
  })
})
