import { median, figure, quantile, type Figure } from '../figure.ts'
import type { BenchServer } from './bench-server.ts'
import { openClients } from './load.ts'
import { enclosedShots, issueShots, threadShots } from './shots.ts'

export interface PaceOptions {
  engine: string
  rounds: number
  /** Issues a round. */
  size: number
  clients: number
}

const perSecond = (name: string, rounds: readonly number[], more: Omit<Partial<Figure>, 'name' | 'unit'> = {}): Figure =>
  ({ ...figure(name, '/s', rounds, more), worst: Math.min(...rounds) })

/** Of pairs that were measured one right after the other, on a machine that may do other things meanwhile. */
const ratio = (ours: readonly number[], theirs: readonly number[]) => median(ours.map((value, index) => value / theirs[index]!))

/** How many a second, how long each takes, and how often the database is asked, beside a handler that only inserts. */
export async function benchPace(server: BenchServer, { engine, rounds, size, clients }: PaceOptions): Promise<Figure[]> {
  const load = openClients(server.url, clients)
  try {
    // Code that has not run often is slow, and its plans are not known.
    for (const path of ['/bare', '/issues']) await load.rush(issueShots(size, path))
    const before = await server.statements()
    await load.rush(issueShots(100))
    const statements = (await server.statements() - before) / 100

    const seen = { bare: [] as number[], issues: [] as number[], enclosed: [] as number[], threads: [] as number[], late: [] as number[][], bareLate: [] as number[][], lateEnclosed: [] as number[][] }
    const threads = await threadShots(Math.min(size, 500), server.url)
    for (let round = 0; round < rounds; round++) {
      seen.bare.push(await load.rush(issueShots(size, '/bare')))
      seen.issues.push(await load.rush(issueShots(size)))
      seen.enclosed.push(await load.rush(await enclosedShots(Math.ceil(size / 5))))
      seen.threads.push(await load.rush(threads))
      // As many a second for both: half of what the receiver has just shown that it can do.
      const calm = seen.issues.at(-1)! / 2
      seen.bareLate.push(await load.paced(issueShots(size, '/bare'), calm))
      seen.late.push(await load.paced(issueShots(size), calm))
      seen.lateEnclosed.push(await load.paced(await enclosedShots(Math.ceil(size / 5)), seen.enclosed.at(-1)! / 2))
    }
    const quantiles = (all: number[][], share: number) => all.map(times => quantile(times, share))
    const among = `${engine}, ${clients} clients`
    return [
      perSecond(`${among}: issues taken in`, seen.issues, {
        baseline: median(seen.issues) / ratio(seen.issues, seen.bare), note: `beside a handler that only inserts the row; ${statements} statement${statements === 1 ? '' : 's'} an issue`,
      }),
      perSecond(`${among}: with two files of 80 kB together`, seen.enclosed),
      perSecond(`${among}: threads read`, seen.threads),
      ...[0.5, 0.99].flatMap(share => [
        figure(`${engine}, at half of that: p${share * 100}`, 'ms', quantiles(seen.late, share), { baseline: median(quantiles(seen.bareLate, share)), note: 'from when each was to be sent' }),
        figure(`${engine}, at half of that, with files: p${share * 100}`, 'ms', quantiles(seen.lateEnclosed, share)),
      ]),
    ]
  } finally {
    load.close()
  }
}
