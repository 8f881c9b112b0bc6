import { expect, fixture, html } from '@open-wc/testing'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { find } from '../find.ts'

await summonElement('earshot-widget')

async function launcherAt(placement: string, offsets: Record<string, string> = {}) {
  const { desk } = deskFor()
  const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${desk} placement=${placement}></earshot-widget>`)
  for (const [name, value] of Object.entries(offsets)) widget.style.setProperty(name, value)
  const launcher = await find(widget, 'button', 'Help')
  const { left, right, top, bottom } = launcher.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const round = Math.round
  return { left: round(left), top: round(top), right: round(clientWidth - right), bottom: round(clientHeight - bottom), widget, desk, launcher }
}

describe('the place of the launcher', () => {
  it('is twenty pixels from its corner', async () => {
    const { right, bottom } = await launcherAt('bottom-end')
    expect([right, bottom]).to.deep.equal([20, 20])
    const { left, top } = await launcherAt('top-start')
    expect([left, top]).to.deep.equal([20, 20])
  })

  it('is as far from it as the page says, and the panel beside it', async () => {
    const offsets = { '--earshot-offset-block': '96px', '--earshot-offset-inline': '3em' }
    const { right, bottom, widget, desk, launcher } = await launcherAt('bottom-end', offsets)
    expect([right, bottom]).to.deep.equal([48, 96])
    desk.open()
    const panel = (await find(widget, 'dialog', 'Help')).getBoundingClientRect()
    expect(panel.bottom).to.be.lessThan(launcher.getBoundingClientRect().top)
    expect(panel.top).to.be.greaterThan(0)
    const { left, top } = await launcherAt('top-start', offsets)
    expect([left, top]).to.deep.equal([48, 96])
  })
})
