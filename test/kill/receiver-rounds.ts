import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isDeepStrictEqual } from 'node:util'
import type { Issue } from '../../src/core/issue/issue.ts'
import { seal } from '../../src/core/issue/seal.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import { openPostgres } from '../../src/receiver/postgres.ts'
import { startBackend } from './idempotent-backend.ts'

export interface ReceiverRounds {
  /** A PostgreSQL server's. */
  url: string
  kills: number
  random: () => number
  onKill?: (kill: number) => void
}

export interface ReceiverFigures {
  kills: number
  /** Issues and messages that a 2xx was heard for, and how many requests that took. */
  taken: number
  requests: number
  /** Heard as taken, but not in the table; not passed on when all was over; passed on with other bytes. */
  lost: string[]
  undelivered: string[]
  changed: string[]
  /** Sent again though nobody had died; before its issue; under a key that nobody had sent. */
  unannounced: string[]
  early: string[]
  strangers: string[]
  deliveries: number
  seconds: number
}

export interface Running { child: ChildProcess; url: string }

/** A receiver in a process of its own. */
export async function start(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'receiver-process.ts')], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env }, stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit').then(() => { throw new Error('A receiver ended before it had begun') })
  const [url] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended]) as [string]
  return { child, url }
}

export async function kill({ child }: Running): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/**
 * Two receivers on one database take issues and messages in and pass them on; one after the other is killed by SIGKILL at random,
 * and another one takes its place. Afterwards: what was answered with 2xx is there, and has arrived once.
 */
export async function killReceivers({ url, kills, random, onKill }: ReceiverRounds): Promise<ReceiverFigures> {
  const since = Date.now()
  const backend = await startBackend(random)
  const site = `kill-${since}-${Math.floor(random() * 1e9)}`
  const env = { DATABASE: url, BACKEND: backend.url, SITE: site }
  const database = await openPostgres(url)
  const running = [await start(env), await start(env)]
  let isOver = false
  let requests = 0
  const issues = new Map<string, Issue>()
  const messages = new Map<string, string>()

  /** Asks one of the two until one has answered, as a page's outbox does. */
  async function insist(path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    for (;;) {
      requests++
      const { url } = running[Math.floor(random() * 2)]!
      const answer = await fetch(url + path, {
        method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body), signal: AbortSignal.timeout(10_000),
      }).catch(() => undefined)
      if (answer?.ok) return answer
      await answer?.body?.cancel()
      if (answer && answer.status < 500 && answer.status !== 409) throw new Error(`A receiver answered ${answer.status}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  async function customer(name: number): Promise<void> {
    for (let count = 0; !isOver; count++) {
      const issue = seal({ kind: 'problem', story: `Customer ${name}, issue ${count}: ${'ü'.repeat(Math.floor(random() * 2_000))}` })
      const { token } = (await (await insist('', issue, { 'idempotency-key': issue.id })).json()) as Receipt
      issues.set(issue.id, issue)
      if (random() < 0.3) {
        const message = { id: crypto.randomUUID(), text: `And ${count}` }
        await (await insist(`/${issue.id}/messages`, message, { authorization: `Bearer ${token!}` })).body?.cancel()
        messages.set(message.id, message.text)
      }
    }
  }

  try {
    const customers = Array.from({ length: 4 }, (_, name) => customer(name))
    const stopped = Promise.all(customers)
    stopped.catch(() => {})
    for (let done = 1; done <= kills; done++) {
      await Promise.race([stopped, new Promise(resolve => setTimeout(resolve, 30 + random() * 400))])
      const which = Math.floor(random() * 2)
      await kill(running[which]!)
      running[which] = await start(env)
      onKill?.(done)
    }
    isOver = true
    await stopped

    const select = async (what: string) => (await database.query(`${what} where i.site = $1`, [site])).rows.map(row => String(row['id']))
    const open = 'select job.seq::text as id from forwards job join issues i on i.seq = job.issue'
    // Until nothing waits: the claims of those who died have to end first. Whoever calls says how long that may take.
    while ((await database.query(`${open} where i.site = $1 and job.status = 'waiting' limit 1`, [site])).rows.length) await new Promise(resolve => setTimeout(resolve, 100))

    const stored = new Set([...await select('select i.id from issues i'), ...await select('select m.id from messages m join issues i on i.seq = m.issue')])
    const taken = [...issues.keys(), ...messages.keys()]
    const isAsItWas = (id: string) => isDeepStrictEqual(JSON.parse(backend.kept.get(id)!), issues.get(id) ?? messages.get(id))
    return {
      kills,
      taken: taken.length,
      requests,
      lost: taken.filter(id => !stored.has(id)),
      undelivered: taken.filter(id => !backend.kept.has(id)),
      changed: [...backend.changed, ...taken.filter(id => backend.kept.has(id) && !isAsItWas(id))],
      unannounced: backend.unannounced,
      early: backend.early,
      strangers: [...backend.kept.keys()].filter(id => !stored.has(id)),
      deliveries: backend.requests,
      seconds: Math.round((Date.now() - since) / 1_000),
    }
  } finally {
    isOver = true
    await Promise.all(running.map(kill))
    await database.close()
    await backend.close()
  }
}

/** Whether all that was promised was kept. */
export const isKept = ({ lost, undelivered, changed, unannounced, early, strangers }: ReceiverFigures): boolean =>
  [lost, undelivered, changed, unannounced, early, strangers].every(ids => ids.length === 0)
