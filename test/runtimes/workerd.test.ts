// The same in Cloudflare's own runtime without its Node compatibility: what a realm in Node cannot show.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { putTogether } from './bare/put-together.ts'
import { expectAll, startSurroundings } from './bare/surroundings.ts'
import { binary, installedServers } from './servers/install.ts'
import { freePort, start } from './servers/start.ts'

const worker = `
export default {
  async fetch(request) {
    if (request.method === 'GET') return new Response()
    return Response.json(await run(await request.json()).catch(error => ({ stack: error.stack })))
  },
}`

// Later dates bring some of Node's globals by themselves.
const config = (port: number) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["public", "private"]))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const worker :Workerd.Worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01");
`

describe('a receiver in workerd, without Node’s compatibility', () => {
  let around: Awaited<ReturnType<typeof startSurroundings>>
  before(async () => { around = await startSurroundings() })
  after(() => around.stop())

  it('takes an issue in with its file, answers, shares, tells and passes on', async t => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-workerd-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const port = await freePort()
    writeFileSync(join(folder, 'worker.js'), await putTogether({ whole: true, more: worker }))
    writeFileSync(join(folder, 'config.capnp'), config(port))
    const server = await start({ program: binary(installedServers(), '@cloudflare/workerd-*/bin/workerd*'), args: ['serve', 'config.capnp'], folder }, port)
    t.after(() => server.kill())
    const answer = await fetch(server.url, { method: 'POST', body: JSON.stringify(around.surroundings) })
    expectAll(await answer.json() as Record<string, unknown>)
    assert.deepEqual(around.tracked(), ['It whistles'])
    assert.deepEqual(around.told().sort(), ['issue.created', 'message.created'])
  })
})
