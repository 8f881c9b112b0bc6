import { setTimeout as pause } from 'node:timers/promises'
import type { Engine } from '../engines/find-browsers.ts'
import { prepare, restored, submitMany, type } from './in-page.ts'
import { startMortal, withProfile } from './mortal-browser.ts'
import { oneOf, seeded } from './random.ts'
import { judge, openShop, type Fate, type Verdict } from './shop.ts'

export interface KillOptions {
  engine: Engine
  rounds: number
  seed: number
  dist?: string | undefined
  /** Called after each round. */
  onRound?: (round: number, where: string) => void
}

export interface KillFigures extends Verdict {
  rounds: number
  attempts: number
  drafts: { typed: number; back: number; gone: string[] }
  /** How often the browser was killed at which point. */
  points: Record<string, number>
  seconds: number
}

const points = ['at once', 'as it is kept', 'before the receiver has it', 'after the receiver has it', 'once it was told', 'some time later'] as const
const page = '/products/heron/'

/**
 * A browser is killed in the middle of submitting, again and again, on one profile. In the end everything its pages said was kept
 * has to be at the receiver once, byte for byte; and what was typed more than a second before the kill has to come back.
 */
export async function killRounds({ engine, rounds, seed, dist, onRound }: KillOptions): Promise<KillFigures> {
  const random = seeded(seed)
  const start = performance.now()
  const shop = await openShop(dist)
  const drafts: KillFigures['drafts'] = { typed: 0, back: 0, gone: [] }
  const count: Record<string, number> = {}
  try {
    return await withProfile(async profile => {
      let typed: string | undefined
      for (let round = 1; round <= rounds; round++) {
        const browser = await startMortal(engine, profile)
        try {
          const tab = await browser.newTab()
          await tab.goto(shop.demo.url + page)
          await prepare(tab)
          if (typed !== undefined) {
            drafts.typed++
            const back = await restored(tab, 'praise')
            if (back === typed) drafts.back++
            else drafts.gone.push(`${typed} (came back: ${back})`)
          }
          const point = oneOf(random, points)
          count[point] = (count[point] ?? 0) + 1
          // Some attempts fail, so that there is always something left for the next page.
          const fates = Array.from({ length: 50 }, () => oneOf<Fate>(random, ['answer', 'answer', 'answer', 'busy', 'lost', 'cut']))
          let attempt = 0
          shop.fate = () => fates[attempt++ % fates.length]!

          const draft = `typed in round ${round} ${'ü𝄞'.repeat(3)}`
          const isTyped = random() < 0.4
          if (isTyped) {
            await type(tab, 'praise', draft)
            await shop.until('a second has passed', () => shop.told.some(({ said, story }) => said === 'typed' && story === draft))
          }
          typed = isTyped ? draft : typed
          const stories = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => `round ${round}, ${at} of seed ${seed}, ü𝄞 "\\n"`)
          const receiver = (where: 'before' | 'after') =>
            new Promise<void>(resolve => (shop.reached = at => at === where && resolve()))
          const wanted = point === 'before the receiver has it' ? receiver('before') : point === 'after the receiver has it' ? receiver('after') : undefined
          await submitMany(tab, stories, random() < 0.5)
          const said = (what: string) => shop.until(what, () => shop.told.some(told => told.said === what && stories.includes(told.story)))
          const wait = random()
          if (point === 'as it is kept') await said('begun').then(() => pause(wait * 120))
          if (wanted) await Promise.race([wanted, pause(20_000)])
          if (point === 'once it was told') await said('kept')
          if (point === 'some time later') await pause(wait * 2_500)
          onRound?.(round, point)
        } finally {
          await browser.kill()
        }
      }

      shop.fate = () => 'answer'
      const browser = await startMortal(engine, profile)
      try {
        const tab = await browser.newTab()
        await tab.goto(shop.demo.url + page)
        const kept = shop.told.filter(told => told.said === 'kept')
        // Two a second, and each of them may have failed with a wait before.
        await shop.until('everything is delivered', async () => (await judge(shop)).lost.length === 0, 120 + kept.length).catch(() => {})
      } finally {
        await browser.kill()
      }
      return { rounds, ...(await judge(shop)), attempts: shop.attempts(), drafts, points: count, seconds: Math.round((performance.now() - start) / 1_000) }
    })
  } finally {
    await shop.close()
  }
}
