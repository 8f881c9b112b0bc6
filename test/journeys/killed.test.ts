import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isMortal } from '../kill/mortal-browser.ts'
import { killRounds } from '../kill/rounds.ts'
import { crashOfSender, frozenAndBack } from '../kill/tabs.ts'
import { wantedEngines } from './engine.ts'

// A few rounds of `npm run test:kill`, which walks a hundred. WebKit's driver keeps no profile.
for (const engine of wantedEngines.filter(isMortal)) {
  describe(`A browser that is killed, in ${engine}`, () => {
    it('has lost nothing it called kept, sends nothing twice, and brings back what was typed', async () => {
      const { kept, lost, twice, changed, drafts } = await killRounds({ engine, rounds: 3, seed: 6 })
      assert.deepEqual({ lost, twice, changed, gone: drafts.gone }, { lost: [], twice: [], changed: [], gone: [] })
      assert.ok(kept > 0 && drafts.typed > 0, `${kept} were told as kept, ${drafts.typed} drafts typed`)
    })
  })
}

if (wantedEngines.includes('chromium') && isMortal('chromium')) {
  describe('Two tabs that share what waits, in chromium', () => {
    it('lose nothing when the one that sends crashes: the other takes over', async () => {
      const { kept, lost, twice, changed } = await crashOfSender({ issues: 8 })
      assert.deepEqual({ kept, lost, twice, changed }, { kept: 8, lost: [], twice: [], changed: [] })
    })

    it('lose nothing when one is frozen and thawed, and the other left and come back to', async () => {
      const { kept, lost, twice, changed } = await frozenAndBack({ issues: 8 })
      assert.deepEqual({ kept, lost, twice, changed }, { kept: 8, lost: [], twice: [], changed: [] })
    })
  })
}
