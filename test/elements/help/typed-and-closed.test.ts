import { expect } from '@open-wc/testing'
import { soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'

const articles = [{ id: 'repairs', title: 'Repairs', body: 'Every part can be replaced.', format: 'markdown' as const }]

// In a file of its own: how to search must not be here yet.
describe('A panel that is closed right after the first letters', () => {
  it('stays closed when it is known how to search, and has found it when it is opened again', async () => {
    const { element, desk } = await stage<EarshotWidget>('earshot-widget', {}, { articles })
    desk.open()
    const box = (await find(element, 'searchbox', 'Search for help')) as HTMLInputElement
    type(box, 'repairs')
    desk.close()
    await soon(() => desk.state.search.status === 'ready', 'what was found')
    expect(desk.state.open).to.equal(false)
    await gone(element, 'dialog', 'Help')
    desk.open()
    await soon(() => byRole(element, 'button', 'Repairs Every part can be replaced.')[0], 'the article')
    expect(box.value).to.equal('repairs')
  })
})
