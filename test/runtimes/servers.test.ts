// The servers people copy, each started as they would start it, with the package as it would be published.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, before, describe, it, type TestContext } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { keys, startS3 } from '../receiver/files/s3-server.ts'
import { binary, installServers } from './servers/install.ts'
import { postgresByTcp } from './servers/postgres-by-tcp.ts'
import { freePort, start, type Command } from './servers/start.ts'
import { startTracker } from './servers/tracker.ts'
import { walk } from './servers/walk.ts'

const postgres = await postgresByTcp()
const staffKey = randomBytes(16).toString('hex')

async function buildNext(folder: string) {
  const child = spawn(process.execPath, ['../node_modules/next/dist/bin/next', 'build'], {
    cwd: folder, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: code as unknown, log: said + complaint }
}

describe('An example of a server', () => {
  let folder: string
  let nextBuilt: Promise<{ code: unknown; log: string }>
  before(() => {
    folder = installServers()
    // It takes longer than all the others together: beside them.
    nextBuilt = buildNext(join(folder, 'next'))
  })
  after(() => postgres?.stop())

  const node = (name: string, ...args: string[]): Command => ({ program: process.execPath, args: args.length ? args : ['server.js'], folder: join(folder, name) })
  const commands: Record<string, () => Command> = {
    node: () => node('node'),
    express: () => node('express'),
    hono: () => node('hono'),
    bun: () => ({ program: binary(folder, '@oven/*/bin/bun*'), args: ['server.js'], folder: join(folder, 'bun') }),
    // Deno and Cloudflare know no embedded database.
    ...(postgres && {
      deno: () => ({
        program: binary(folder, '@deno/*/deno*'),
        args: ['run', '--no-prompt', '--node-modules-dir=manual', '--allow-env', '--allow-net', '--allow-read', '--allow-sys', 'server.js'],
        folder: join(folder, 'deno'),
      }),
    }),
  }

  /** Starts it with a database and a tracker of its own. */
  async function open(t: TestContext, name: string, { env, ...command }: Command) {
    const tracker = await startTracker()
    t.after(() => tracker.stop())
    const DATABASE_URL = await postgres?.database(name)
    const server = await start({
      ...command, env: { ...env, STAFF_KEY: staffKey, GITHUB_API: tracker.api, GITHUB_TOKEN: tracker.token, ...(DATABASE_URL && { DATABASE_URL }) },
    }, await freePort())
    t.after(() => server.kill())
    return { server, tracker }
  }

  for (const [name, command] of Object.entries(commands)) {
    it(`on ${name} takes an issue in with its file, tells its news at once, passes it on, and ends when it is told to`, async t => {
      const { server, tracker } = await open(t, name, command())
      const { reader } = await walk(server.url, staffKey)
      await tracker.arrived
      const [ended] = await Promise.all([server.stop(), reader.read().catch(() => {})])
      assert.deepEqual(ended, { code: 0, signal: null }, server.log())
    })
  }

  it('on next does so, too, and passes on by a timer what had to wait', async t => {
    const { program, args, folder } = node('next', '../node_modules/next/dist/bin/next')
    const { code, log } = await nextBuilt
    assert.equal(code, 0, log)
    const { server, tracker } = await open(t, 'next', { program, args: [...args!, 'start'], folder, env: { NEXT_TELEMETRY_DISABLED: '1', CRON_SECRET: staffKey } })
    const { reader } = await walk(server.url, staffKey)
    await tracker.arrived
    const timer = (authorization: string) => fetch(`${server.url}/forward`, { method: 'POST', headers: { authorization } })
    assert.equal((await timer('Bearer undefined')).status, 401)
    assert.equal((await timer(`Bearer ${staffKey}`)).status, 200)
    const [ended] = await Promise.all([server.stop(), reader.cancel()])
    // 128 and the number of the signal: how Next says that it ended because it was told to.
    assert.deepEqual(ended, { code: 143, signal: null }, server.log())
  })

  if (postgres) it('on cloudflare does so, too, with files in R2 and a cron trigger, and gives its connections back', async t => {
    const tracker = await startTracker()
    const bucket = await startS3('auto')
    t.after(() => (tracker.stop(), bucket.stop()))
    const own = join(folder, 'cloudflare')
    const secrets = {
      RECEIPT_SECRET: randomBytes(32).toString('hex'), STAFF_KEY: staffKey, GITHUB_API: tracker.api, GITHUB_TOKEN: tracker.token,
      R2_ENDPOINT: bucket.endpoint, R2_KEY_ID: keys.accessKeyId, R2_KEY: keys.secretAccessKey,
    }
    writeFileSync(join(own, '.dev.vars'), Object.entries(secrets).map(([name, value]) => `${name}="${value}"\n`).join(''))
    const port = await freePort()
    const server = await start({
      program: process.execPath, args: ['../node_modules/wrangler/bin/wrangler.js', 'dev', '--ip', '127.0.0.1', '--port', String(port)], folder: own,
      env: {
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_DB: await postgres.database('cloudflare'), CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        WRANGLER_SEND_METRICS: 'false', XDG_CONFIG_HOME: join(own, '.config'),
      },
    }, port)
    t.after(() => server.kill())
    const { reader } = await walk(server.url, staffKey)
    await tracker.arrived
    assert.equal(bucket.kept.size, 1)
    await reader.cancel()
    assert.equal((await fetch(`${server.url}/cdn-cgi/local/scheduled`)).status, 200)
    // Each request's own is gone with it. The stream's stays: the proxy of `wrangler dev` does not tell that a reader has gone.
    while ((await postgres.connections('cloudflare')) > 1) await setImmediate()
    await server.stop()
  })
})
