import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Attachment, Issue } from '../../src/core/issue/issue.ts'
import { openPostgres } from '../../src/receiver/postgres.ts'
import { startBackend } from './idempotent-backend.ts'
import { balancedCustomer } from './balanced-customer.ts'
import { startBalancer } from './balancer.ts'
import { kill, start, type Running } from './receiver-rounds.ts'

export interface BalancedOptions {
  /** A PostgreSQL server's. */
  url: string
  /** How often a receiver goes: by SIGKILL, by SIGTERM, by turns. */
  deaths: number
  customers: number
  random: () => number
  onDeath?: (death: number) => void
}

export interface BalancedFigures {
  deaths: number
  /** Issues and messages whose receipt was heard; files that went along; events that were heard. */
  issues: number
  messages: number
  files: number
  news: number
  /** Not in the tables once, with the bytes that were sent and the receipt that was told. */
  lost: string[]
  changed: string[]
  /** Not passed on once, or with other bytes, or sent again though nobody had died. */
  undelivered: string[]
  doubled: string[]
  /** All else that was not as it should be, in sentences. */
  wrong: string[]
  seconds: number
}

const sum = (bytes: ArrayBuffer | Uint8Array) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
const sums = (files: readonly Attachment[]) => files.map(({ bytes }) => sum(bytes))

/** Asks it to end, and waits until it has: it answers what it has begun. */
async function terminate({ child }: Running): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = (await gone) as [number | null]
  if (code !== 0) throw new Error(`A receiver that was asked to end ended with ${code}`)
}

/**
 * Two receivers on one database stand behind a balancer. Customers with the outbox of a page write, follow up, repeat, share and watch,
 * while one receiver after the other is killed, or asked to end, and another one takes its place.
 */
export async function balanceReceivers({ url, deaths, customers: count, random, onDeath }: BalancedOptions): Promise<BalancedFigures> {
  const since = Date.now()
  const [backend, balancer, database] = [await startBackend(random), await startBalancer(), await openPostgres(url)]
  const site = `balanced-${since}-${Math.floor(random() * 1e9)}`
  const env = { DATABASE: url, BACKEND: backend.url, SITE: site }
  // At the same moment: both bring the tables up to date and mint the secret.
  const running = await Promise.all([start(env), start(env)])
  const customers = Array.from({ length: count }, (_, index) => balancedCustomer(`customer ${index}`, balancer.url, random))
  let isOver = false
  try {
    for (const receiver of running) balancer.add(receiver.url)
    await balancer.ready(2)
    let heard = () => {}
    const visits = Promise.all(customers.map(async customer => {
      while (!isOver) {
        await customer.visit()
        heard()
      }
    }))
    visits.catch(() => {})
    for (let death = 1; death <= deaths; death++) {
      // With others somewhere on the way.
      let visited = 0
      await Promise.race([visits, new Promise<void>(resolve => { heard = () => { if (++visited >= count) resolve() } })])
      const which = Math.floor(random() * 2)
      const dying = running[which]!
      await (death % 2 ? kill(dying) : terminate(dying))
      balancer.remove(dying.url)
      running[which] = await start(env)
      balancer.add(running[which].url)
      await balancer.ready(2)
      onDeath?.(death)
    }
    isOver = true
    await visits
    for (const customer of customers) await customer.look()
    // Until nothing waits: the claims of those who died have to end first. Whoever calls says how long that may take.
    while ((await database.query(`select from forwards where site = $1 and status = 'waiting' limit 1`, [site])).rows.length) await new Promise(resolve => setTimeout(resolve, 100))

    const { rows } = await database.query(
      `select i.id, i.raw, i.receipt, (select jsonb_agg(encode(sha256(a.bytes), 'hex') order by a.position) from attachments a where a.issue = i.seq and a.message is null) as files,
        (select jsonb_agg(jsonb_build_object('id', m.id, 'text', m.text, 'files',
          (select jsonb_agg(encode(sha256(a.bytes), 'hex') order by a.position) from attachments a where a.message = m.seq)) order by m.seq)
          from messages m where m.issue = i.seq) as messages
      from issues i where i.site = $1`, [site])
    const stored = new Map(rows.map(row => [String(row['id']), row]))
    const figures: BalancedFigures = {
      deaths, issues: 0, messages: 0, files: 0, news: customers.reduce((all, customer) => all + customer.news(), 0),
      lost: [], changed: [...backend.changed], undelivered: [], doubled: [...backend.unannounced], wrong: customers.flatMap(({ wrong }) => wrong), seconds: 0,
    }
    const passedOn = (id: string, what: Issue | string) => {
      const arrived = backend.kept.get(id)
      if (arrived === undefined) figures.undelivered.push(id)
      else if (!isDeepStrictEqual(JSON.parse(arrived), what)) figures.changed.push(id)
    }
    for (const { issue, body, files, receipt, messages } of customers.flatMap(({ sent }) => sent)) {
      figures.issues++
      figures.messages += messages.length
      figures.files += files.length + messages.flatMap(message => message.files).length
      const row = stored.get(issue.id)
      const { token: _, ...told } = receipt
      if (!row) figures.lost.push(issue.id)
      else if (row['raw'] !== body || !isDeepStrictEqual(row['receipt'], told) || !isDeepStrictEqual(row['files'] ?? [], sums(files))) figures.changed.push(issue.id)
      passedOn(issue.id, issue)
      const kept = (row?.['messages'] ?? []) as { id: string; text: string; files: string[] | null }[]
      if (kept.length > messages.length) figures.doubled.push(issue.id)
      for (const { message, files } of messages) {
        const found = kept.filter(({ id }) => id === message.id)
        if (!found.length) figures.lost.push(message.id)
        else if (found[0]!.text !== message.text || !isDeepStrictEqual(found[0]!.files ?? [], sums(files))) figures.changed.push(message.id)
        passedOn(message.id, message.text)
      }
    }
    if (rows.length !== figures.issues) figures.wrong.push(`${rows.length} issues are in the table, ${figures.issues} were written`)
    return { ...figures, seconds: Math.round((Date.now() - since) / 1_000) }
  } finally {
    isOver = true
    for (const customer of customers) customer.leave()
    await Promise.all(running.map(kill))
    await balancer.close()
    await database.close()
    await backend.close()
  }
}

/** Whether all that was promised was kept. */
export const isBalanced = ({ lost, changed, undelivered, doubled, wrong }: BalancedFigures): boolean =>
  [lost, changed, undelivered, doubled, wrong].every(found => found.length === 0)
