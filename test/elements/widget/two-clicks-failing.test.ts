import { expect, fixture, html } from '@open-wc/testing'
import { summonElement } from '../../../src/elements/roster.ts'
import { provideSummon } from '../../../src/elements/shared/summon.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'
import { pressesFromLauncher, pressesToPerson } from './two-clicks.ts'

await summonElement('earshot-widget')

// The connection has gone, or somebody blocks what comes after the panel.
provideSummon(async tag => {
  throw new Error(`${tag} cannot be fetched in this test`)
})

const widgetWith = async (ladder: NonNullable<Parameters<typeof deskFor>[0]>['ladder']) => {
  const { desk } = deskFor({ ladder: ladder! })
  return { desk, widget: await fixture<EarshotWidget>(html`<earshot-widget .desk=${desk}><a href="https://shop.example/contact">Contact us</a></earshot-widget>`) }
}

describe('A person is two presses away where no view can be fetched', () => {
  it('by the addresses in the settings, whose scheme is checked', async () => {
    const { desk, widget } = await widgetWith([
      { id: 'a', name: 'Mira', kind: 'phone', to: '+49 30 1234' },
      { id: 'b', name: 'Jo', kind: 'email', to: 'jo@shop.example' },
      { id: 'c', name: 'Evil', kind: 'link', to: 'javascript:alert(1)' },
    ])
    expect(await pressesFromLauncher(widget)).to.be.at.most(2)
    for (const view of [{ name: 'people' }, { name: 'requests' }, { name: 'article', id: 'returns' }, { name: 'form', form: 'problem' }] as const) {
      desk.open(view)
      await widget.updateComplete
      await find(widget, 'link', 'Mira: +49 30 1234')
      expect(byRole(widget, 'link').map(link => link.getAttribute('href'))).to.deep.equal(['tel:+49301234', 'mailto:jo@shop.example', 'https://shop.example/contact'])
      expect(await pressesToPerson(widget)).to.equal(0)
    }
  })

  it('by what the page says itself, where nobody has an address', async () => {
    const { widget } = await widgetWith([{ id: 'a', name: 'The team', kind: 'message' }])
    expect(await pressesFromLauncher(widget)).to.be.at.most(2)
    expect(byRole(widget, 'button', 'I have a question')).to.have.length(1)
  })
})
