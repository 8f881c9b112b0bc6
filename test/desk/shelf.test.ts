import { expect } from '@open-wc/testing'
import { createDesk } from '../../src/desk/create-desk.ts'
import { until } from './desk-fixtures.ts'
import { shelf } from '../../src/desk/shelf.ts'

describe('the shelf', () => {
  it('is shared by every copy of the bundle on the page', async () => {
    const copy = (await import('../../src/desk/shelf.ts' + '?second-copy')) as typeof import('../../src/desk/shelf.ts')
    const desk = createDesk({ desk: 'shared', endpoint: '/issues' })
    expect(copy.shelf.get('shared')).to.equal(desk)
    desk.dispose()
    expect(copy.shelf.get('shared')).to.equal(undefined)
  })

  it('keeps the first desk of a name; the second says so and stands beside it', async () => {
    const first = createDesk({ desk: 'twice', endpoint: '/issues' })
    const second = createDesk({ desk: 'twice', endpoint: '/issues' })
    expect(shelf.get('twice')).to.equal(first)
    const told = await until(second, state => state.problems.length > 0)
    expect(told.problems.map(({ code }) => code)).to.deep.equal(['desk/name-taken'])
    second.dispose()
    expect(shelf.get('twice')).to.equal(first)
    first.dispose()
  })

  it('tells those who wait that a desk has come', () => {
    let told = 0
    const leave = shelf.watch(() => told++)
    createDesk({ desk: 'late', endpoint: '/issues' }).dispose()
    leave()
    createDesk({ desk: 'late', endpoint: '/issues' }).dispose()
    expect(told).to.equal(2)
  })
})
