import { expect } from '@open-wc/testing'
import { deskFor, until } from './desk-fixtures.ts'

describe('Taking an issue back', () => {
  it('leaves nothing of it at the desk, and says so to who waits for the receipt', async () => {
    const { desk, store, taken } = deskFor()
    const { id, receipt } = await desk.submit({ kind: 'rating', rating: { scale: 'thumbs', value: 0, max: 1 } }, { graceMs: 60_000 })
    const { submissions } = await until(desk, state => state.submissions.has(id))
    expect(submissions.get(id)).to.include({ status: 'kept' })
    expect(submissions.get(id)!.dueAt).to.be.greaterThan(Date.now())
    expect(await desk.withdraw(id)).to.equal(true)
    await until(desk, state => !state.submissions.has(id))
    const error = await receipt.catch((error: unknown) => error as { name: string; code: string })
    expect(error).to.include({ name: 'EarshotError', code: 'desk/withdrawn' })
    expect(await desk.requests()).to.deep.equal([])
    expect(await store.entries('issue:')).to.deep.equal([])
    expect(taken).to.deep.equal([])
    expect(await desk.withdraw(id)).to.equal(false)
  })

  it('is too late for what has been accepted', async () => {
    const { desk } = deskFor()
    const { id, receipt } = await desk.submit({ kind: 'idea', story: 'A lamp that hums less' })
    await receipt
    expect(await desk.withdraw(id)).to.equal(false)
    expect((await desk.requests()).map(request => request.id)).to.deep.equal([id])
  })
})
