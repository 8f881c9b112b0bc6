import { fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { find } from '../find.ts'

// The first search of all fetches the engine: no test is to wait for that.
await Promise.all([summonElement('earshot-help'), import('../../../src/elements/help/results.ts'), deskFor().desk.search('lamp')])

export async function helpWith(config = {}, embedded = false) {
  const world = deskFor(config)
  const help = await fixture<EarshotHelp>(html`<earshot-help .desk=${world.desk} .embedded=${embedded}></earshot-help>`)
  return { ...world, help }
}

export async function type(help: EarshotHelp, text: string) {
  ;(await find(help, 'searchbox', 'Search for help')).focus()
  await sendKeys({ type: text })
}
