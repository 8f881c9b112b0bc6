import { describe, it } from 'node:test'
import { wantedEngines } from './engine.ts'
import { openFaultWorld, type FaultWorld } from './fault-world.ts'

export type FaultWalk = (fault: string, walk: (world: FaultWorld) => Promise<void>) => void

/** Faults that need a world of their own, in every wanted engine. Whatever a page does that none may do fails the test. */
export function faults(title: string, define: (walk: FaultWalk) => void): void {
  for (const engine of wantedEngines) {
    describe(`${title}, in ${engine}`, () => define((fault, walk) => void it(fault, async () => {
      const world = await openFaultWorld(engine)
      let failed = true
      try {
        await walk(world)
        await world.settle()
        failed = false
      } finally {
        await world.close(failed)
      }
    })))
  }
}
