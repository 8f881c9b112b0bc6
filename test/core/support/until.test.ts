import { expect } from '@open-wc/testing'
import { until } from '../../../src/core/support/until.ts'

describe('work until a signal', () => {
  const end = () => new Error('over')
  const outcome = (work: Promise<unknown>) => work.then(value => ({ value }), (error: unknown) => ({ error: (error as Error).message }))

  it('ends as the work ends', async () => {
    const { signal } = new AbortController()
    expect(await outcome(until(signal, async () => 7, end))).to.deep.equal({ value: 7 })
    expect(await outcome(until(signal, async () => { throw new Error('broken') }, end))).to.deep.equal({ error: 'broken' })
  })

  it('ends with the signal, whatever the work does', async () => {
    const controller = new AbortController()
    const waiting = outcome(until(controller.signal, () => new Promise(() => {}), end))
    controller.abort()
    expect(await waiting).to.deep.equal({ error: 'over' })
  })

  it('begins nothing after it', async () => {
    let begun = false
    const work = async () => { begun = true }
    expect(await outcome(until(AbortSignal.abort(), work, end))).to.deep.equal({ error: 'over' })
    expect(begun).to.equal(false)
  })
})
