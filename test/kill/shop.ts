import { setTimeout as pause } from 'node:timers/promises'
import { startDemo, type Demo, type Interception } from '../../demo/start.ts'
import type { Told } from './in-page.ts'

/** What may become of one attempt to deliver, besides the plain answer. */
export type Fate = 'answer' | 'busy' | 'lost' | 'cut'

/** The demonstration with its receiver and database, and what pages said out of themselves. */
export interface Shop {
  readonly demo: Demo
  readonly told: Told[]
  /** How many attempts came, repeats included. */
  readonly attempts: () => number
  /** Decides what becomes of each attempt. */
  fate: () => Fate
  /** Until this is over, attempts get no answer. */
  held: Promise<void>
  /** Hears of each attempt, before and after it is committed. */
  reached: (at: 'before' | 'after') => void
  /** Waits for the thing itself, with a generous end. */
  until(what: string, check: () => boolean | Promise<boolean>, seconds?: number): Promise<void>
  close(): Promise<void>
}

/** @param dist the folder of the built widget; default: the repository's own. */
export async function openShop(dist?: string): Promise<Shop> {
  let attempts = 0
  const told: Told[] = []
  const stand = async (request: Request, proceed: () => Promise<Response>): Promise<Interception> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/kill/told') {
      told.push(JSON.parse(await request.text()) as Told)
      return new Response(null, { status: 204 })
    }
    if (pathname !== '/issues' || request.method !== 'POST') return undefined
    attempts++
    await shop.held
    const fate = shop.fate()
    shop.reached('before')
    if (fate === 'busy') return new Response(null, { status: 503 })
    if (fate === 'cut') return 'drop'
    const answer = await proceed()
    shop.reached('after')
    return fate === 'lost' ? 'drop' : answer
  }
  const demo = await startDemo({ port: 0, data: 'memory', intercept: stand, ...(dist !== undefined && { dist }) })
  const shop: Shop = {
    demo,
    told,
    attempts: () => attempts,
    fate: () => 'answer',
    held: Promise.resolve(),
    reached: () => {},
    async until(what, check, seconds = 180) {
      const end = performance.now() + seconds * 1_000
      while (!(await check())) {
        if (performance.now() > end) throw new Error(`Waited ${seconds} s until ${what}, in vain`)
        await pause(50)
      }
    },
    close: () => demo.close(),
  }
  return shop
}

export interface Verdict { kept: number; there: number; lost: string[]; twice: string[]; changed: string[] }

/** Compares what pages said was kept with what lies in the database: each once, byte for byte, its files included. */
export async function judge({ demo, told }: Shop): Promise<Verdict> {
  const { rows } = await demo.query(`select i.id, i.raw, coalesce((select string_agg(a.sha256, ',' order by a.position) from attachments a where a.issue = i.seq), '') as files from issues i`)
  const there = (rows as unknown as { id: string; raw: string; files: string }[])
  const stories = there.map(({ raw }) => (JSON.parse(raw) as { story?: string }).story ?? '')
  const kept = told.filter(each => each.said === 'kept' && each.durable) as Extract<Told, { said: 'kept' }>[]
  const byId = new Map(there.map(each => [each.id, each]))
  return {
    kept: kept.length,
    there: there.length,
    lost: kept.filter(({ id }) => !byId.has(id)).map(({ story }) => story),
    twice: stories.filter((story, at) => stories.indexOf(story) !== at),
    changed: kept.filter(({ id, body, files }) => byId.has(id) && (byId.get(id)!.raw !== body || byId.get(id)!.files !== files.join())).map(({ story }) => story),
  }
}
