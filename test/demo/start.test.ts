import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { lockData } from '../../demo/server/data-lock.ts'
import { readOptions } from '../../demo/server/options.ts'
import { fileBelow } from '../../demo/server/static-files.ts'
import { startDemo } from '../../demo/start.ts'

describe('the command line', () => {
  it('has defaults, and insists on a port only when it was named', () => {
    assert.deepEqual(readOptions([]), { port: 4321, insist: false, host: '127.0.0.1', data: '.data', help: false })
    assert.deepEqual(readOptions(['--port', '80', '--articles', 'docs', '--data', 'memory']), { port: 80, insist: true, host: '127.0.0.1', data: 'memory', articles: 'docs', help: false })
  })

  it('asks for a proof of work only where it was asked to', () => {
    assert.equal(readOptions([]).proof, undefined)
    assert.equal(readOptions(['--proof']).proof, true)
  })

  it('prints what happens only where it was asked to', () => {
    assert.equal(readOptions([]).log, undefined)
    assert.equal(readOptions(['--log']).log, true)
  })

  it('says what was expected when something is wrong', () => {
    assert.throws(() => readOptions(['--port', 'eighty']), /expected a whole number from 0 to 65535, but got "eighty"/)
    assert.throws(() => readOptions(['--port', '99999']), /expected a whole number/)
    assert.throws(() => readOptions(['--articles=']), /--articles: expected a value/)
    assert.throws(() => readOptions(['--prot', '1']), /--prot/)
  })
})

describe('starting', () => {
  let folder: string
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'earshot-start-'))))
  after(() => rm(folder, { recursive: true, force: true }))

  it('takes the next port when one is taken, and refuses when it was asked for', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const { port } = squatter.address() as AddressInfo
    await assert.rejects(startDemo({ port, insist: true }), new RegExp(`Port ${port} is taken`))
    const demo = await startDemo({ port })
    assert.ok(demo.port > port && demo.port <= port + 50)
    assert.equal((await fetch(demo.url)).status, 200)
    await demo.close()
    squatter.close()
  })

  it('tells whoever listens what the receiver and the inbox do', async () => {
    const told: string[] = []
    const demo = await startDemo({ log: entry => told.push(entry.event === 'request' ? `${entry.side} ${entry.route} ${entry.status}` : entry.event) })
    await (await fetch(`${demo.url}/issues/people`)).text()
    await (await fetch(`${demo.url}/inbox/api/issues?q=anna`)).text()
    await demo.close()
    assert.deepEqual(told.filter(line => !line.startsWith('database')), ['migrated', 'receiver /people 200', 'inbox /issues 200', 'closing', 'closed'])
  })

  it('says so when the folder of articles is missing or has none', async () => {
    await assert.rejects(startDemo({ articles: join(folder, 'nowhere') }), /There is no folder .*nowhere/)
    await assert.rejects(startDemo({ articles: folder }), /no Markdown article in/)
  })

  it('makes any folder of Markdown the shop’s help', async () => {
    const articles = join(folder, 'docs')
    await mkdir(articles)
    await writeFile(join(articles, 'first.md'), '# How <b>to</b> fold {{title}} a map\n\nAlong the [second](second.md) line. <img src=x onerror=alert(1)>\n')
    await writeFile(join(articles, 'second.md'), '# The second line\n\nIt is drawn in blue.\n')
    const demo = await startDemo({ articles })
    const list = await (await fetch(`${demo.url}/help/`)).text()
    assert.equal(demo.help.count, 2)
    assert.match(list, /<a href="\/help\/en\/second">The second line<\/a>/)
    const page = await (await fetch(`${demo.url}/help/en/first`)).text()
    assert.match(page, /href="\/help\/en\/second"/)
    assert.doesNotMatch(page, /onerror|<b>/)
    await demo.close()
  })

  it('keeps what came in when it is started again', async () => {
    const data = join(folder, 'data')
    const first = await startDemo({ data })
    await first.query('create table kept (word text)')
    await first.close()
    const second = await startDemo({ data })
    assert.deepEqual((await second.query('select count(*)::int as count from kept')).rows, [{ count: 0 }])
    await second.close()
  })

  it('leaves a database alone that another process has open, and takes one over that was left behind', async () => {
    const data = join(folder, 'locked')
    await mkdir(data)
    await writeFile(join(data, 'earshot.lock'), String(process.ppid))
    await assert.rejects(startDemo({ data }), new RegExp(`in use by process ${process.ppid}`))
    await writeFile(join(data, 'earshot.lock'), '2147483646')
    const unlock = await lockData(data)
    await unlock()
  })

  it('follows no symbolic link out of a folder', async () => {
    await mkdir(join(folder, 'site'))
    await writeFile(join(folder, 'secret.txt'), 'secret')
    await writeFile(join(folder, 'site', 'open.txt'), 'open')
    await symlink(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'))
    assert.equal(await fileBelow(join(folder, 'site'), '/link.txt'), undefined)
    assert.match(await fileBelow(join(folder, 'site'), '/open.txt') ?? '', /open\.txt$/)
  })
})

describe('faults on purpose', () => {
  it('answers what a test wants answered, before or after the work was done, and drops connections', async () => {
    let fault: 'none' | 'answer' | 'drop' | 'lose' = 'none'
    const demo = await startDemo({
      intercept: async (request, proceed) => {
        if (!new URL(request.url).pathname.startsWith('/issues')) return undefined
        if (fault === 'answer') return new Response('', { status: 429, headers: { 'retry-after': '2' } })
        if (fault === 'lose') await proceed()
        return fault === 'none' ? undefined : 'drop'
      },
    })
    const send = (id: string) => fetch(`${demo.url}/issues`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ version: 1, id, createdAt: '2026-11-21T10:00:00.000Z', kind: 'idea', story: 'A lamp in steel.' }),
    })
    fault = 'answer'
    assert.equal((await send('fault-0001')).status, 429)
    fault = 'drop'
    await assert.rejects(send('fault-0001'))
    fault = 'lose'
    await assert.rejects(send('fault-0001'))
    fault = 'none'
    assert.equal((await send('fault-0001')).status, 200, 'it had been stored')
    await demo.close()
  })

  it('answers 500 where something is thrown, and goes on for everybody else', async t => {
    const told = t.mock.method(console, 'error', () => {})
    const demo = await startDemo({ intercept: request => (request.url.endsWith('/broken') ? Promise.reject(new Error('Broken on purpose')) : undefined) })
    assert.equal((await fetch(`${demo.url}/broken`)).status, 500)
    assert.equal((await fetch(demo.url)).status, 200)
    assert.match(String(told.mock.calls[0]?.arguments[0]), /Broken on purpose/)
    await demo.close()
  })

  it('pulls the cable: open and new connections die until it is put back', async () => {
    const demo = await startDemo()
    assert.equal((await fetch(demo.url)).status, 200)
    demo.offline(true)
    await assert.rejects(fetch(demo.url))
    demo.offline(false)
    assert.equal((await fetch(demo.url)).status, 200)
    await demo.close()
  })
})
