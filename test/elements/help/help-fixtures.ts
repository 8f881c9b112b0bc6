import { fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { EarshotHelp } from '../../../src/elements/help/help.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { find } from '../find.ts'

// The first search and the first article of all fetch a good deal: no test is to wait for that.
const { desk } = deskFor()
await Promise.all([
  ...['help', 'article', 'people', 'feedback'].map(name => summonElement(`earshot-${name}`)),
  import('../../../src/elements/help/results.ts'),
  import('../../../src/elements/article/blocks.ts'),
  desk.search('lamp'),
  desk.read('repairs').then(article => desk.outline(article)),
])

export async function helpWith(config = {}, embedded = false) {
  const world = deskFor(config)
  const help = await fixture<EarshotHelp>(html`<earshot-help .desk=${world.desk} .embedded=${embedded}></earshot-help>`)
  return { ...world, help }
}

export async function type(help: EarshotHelp, text: string) {
  ;(await find(help, 'searchbox', 'Search for help')).focus()
  await sendKeys({ type: text })
}
