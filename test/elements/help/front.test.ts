import { expect } from '@open-wc/testing'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import type { Desk } from '../../../src/desk/desk.ts'
import { until } from '../../desk/desk-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { helpWith, type } from './help-fixtures.ts'

const person = 'Ask a person about this'
const places = (help: EarshotHelp) => byRole(help, 'button').map(button => `${button.textContent!.trim()} at ${button.getBoundingClientRect().top}`)

async function didNotHelp(desk: Desk) {
  await desk.read('repairs')
  desk.helpful('repairs', false)
  await until(desk, ({ personFirst }) => personFirst === true)
}

// The first of this page: what is found, and who stands in front, are fetched only after its home was drawn.
describe('The home of the first <earshot-help> on a page, after something did not help', () => {
  it('stays as it was drawn when the way to search arrives, and has the person in front when it is opened again', async () => {
    const { help, desk } = await helpWith({ suggest: false }, true)
    await didNotHelp(desk)
    desk.open()
    await find(help, 'button', 'Something is wrong')
    const before = places(help)
    ;(await find(help, 'searchbox')).focus()
    await find(help, 'status')
    expect(places(help)).to.deep.equal(before)
    desk.close()
    await help.updateComplete
    desk.open()
    await find(help, 'button', person)
  })

  it('has the person in front of what is found next, and of the home after that', async () => {
    const { help, desk } = await helpWith({ suggest: false }, true)
    desk.open()
    await find(help, 'button', 'Something is wrong')
    await didNotHelp(desk)
    expect(byRole(help, 'button', person)).to.deep.equal([])
    await type(help, 'repairs')
    const [first] = [await find(help, 'button', person), await find(help, 'button', 'Repairs Every part can be replaced.')]
    expect(byRole(help, 'button')[0] === first).to.equal(true)
    await desk.search('')
    desk.open({ name: 'home' })
    await gone(help, 'button', 'Repairs Every part can be replaced.')
    await find(help, 'button', person)
  })
})
