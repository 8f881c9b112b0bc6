import { expect, fixture, html } from '@open-wc/testing'
import '../../../src/elements/help/define.ts'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { soon } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'

const articles = [{ id: 'repairs', title: 'Repairs', body: 'Every part can be replaced.', format: 'markdown' as const }]

// In a file of its own: how to search must not be here yet.
describe('The first letters typed into <earshot-help>', () => {
  it('stay in the box, whatever else happens before it is known how to search', async () => {
    const { desk } = deskFor({ articles })
    const help = await fixture<EarshotHelp>(html`<earshot-help .desk=${desk}></earshot-help>`)
    const box = (await find(help, 'searchbox', 'Search for help')) as HTMLInputElement
    box.focus()
    box.value = 'repairs'
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    // Another element of the same desk searches too.
    void desk.search('part')
    // The first search of all fetches a good deal.
    await soon(() => byRole(help, 'button', 'Repairs Every part can be replaced.')[0], 'the article')
    expect(box.value).to.equal('repairs')
  })
})
