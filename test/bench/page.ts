import { join } from 'node:path'
import { root } from '../house/laws/sources.ts'
import type { Figure } from './figure.ts'
import { cycles } from './page/cycles.ts'
import { draining } from './page/draining.ts'
import { layoutShift } from './page/layout-shift.ts'
import { longTasks } from './page/long-tasks.ts'
import { opening } from './page/opening.ts'
import { signals } from './page/signals.ts'
import { Stage } from './page/stage.ts'
import { storage } from './page/storage.ts'
import { transfer } from './page/transfer.ts'
import { typing } from './page/typing.ts'
import { writing } from './page/writing.ts'

/** What the script tag costs a page, and how fast the panel is, in Chromium. */
export async function benchPage({ rounds, dist = join(root, 'dist'), only }: { rounds: number; dist?: string; only?: string | undefined }): Promise<Figure[]> {
  const stage = await Stage.open(dist)
  const parts: Record<string, () => Promise<Figure[]>> = {
    shift: () => layoutShift(stage, rounds),
    tasks: () => longTasks(stage, rounds),
    opening: async () => [...await opening(stage, rounds, 1), ...await opening(stage, rounds, 4)],
    transfer: () => transfer(stage, dist),
    storage: () => storage(stage),
    signals: () => signals(stage, dist),
    cycles: () => cycles(stage, Math.min(rounds, 2)),
    draining: () => draining(stage),
    typing: async () => [...await typing(stage, 1), ...await typing(stage, 4)],
    writing: async () => [...await writing(stage, 1), ...await writing(stage, 4)],
  }
  try {
    const figures: Figure[] = []
    for (const [name, measure] of Object.entries(parts)) {
      if (only && only !== name) continue
      figures.push(...await measure())
    }
    return figures
  } finally {
    await stage.close()
  }
}
