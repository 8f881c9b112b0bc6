import { figure, type Figure } from '../figure.ts'
import type { BenchServer, Memory } from './bench-server.ts'
import { openClients } from './load.ts'
import { issueShots } from './shots.ts'

const samples = 20

/** What each further issue adds, by the line that lies nearest to all points (least squares). */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [x0, y0] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const along = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0)
  return along / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0)
}

/** Takes in so many issues and looks at the memory after all garbage was collected, twenty times. */
export async function benchMemory(server: BenchServer, { count, clients }: { count: number; clients: number }): Promise<Figure[]> {
  const load = openClients(server.url, clients)
  const points: { taken: number; memory: Memory }[] = []
  const step = Math.ceil(count / samples)
  try {
    // What is made once and kept, code and pools and plans, is there before the first look.
    await load.rush(issueShots(step))
    for (let taken = 0; taken < count; taken += step) {
      for (let sent = 0; sent < step; sent += 1_000) await load.rush(issueShots(Math.min(1_000, step - sent)))
      points.push({ taken: taken + step, memory: await server.memory() })
    }
  } finally {
    load.close()
  }
  const taken = points.at(-1)!.taken
  return (['heapUsed', 'rss'] as const).flatMap(what => {
    const bytes = points.map(({ memory }) => memory[what])
    const name = what === 'rss' ? 'resident memory' : 'heap'
    const rise = slope(points.map(({ taken, memory }) => [taken, memory[what]] as const))
    return [
      figure(`${name} over ${taken} issues`, 'MB', bytes.map(value => value / 2 ** 20), { note: `${(bytes[0]! / 2 ** 20).toFixed(1)} at the first look, ${(bytes.at(-1)! / 2 ** 20).toFixed(1)} at the last` }),
      // Of 2 kB each: one kept in a thousand would show as 2 bytes.
      figure(`${name}, each issue adds`, 'B', [rise], what === 'heapUsed' ? { target: { limit: 10 } } : {}),
    ]
  })
}
