import { expect } from '@open-wc/testing'
import { byRole, find } from '../find.ts'
import { soon } from '../element-fixtures.ts'

/** Where a person is reached from here: an address, or the button that sends. */
export const addresses = (panel: Element): HTMLElement[] => [
  ...byRole(panel, 'link').filter(link => /^(mailto:|tel:|https?:)/.test(link.getAttribute('href') ?? '')),
  ...byRole(panel, 'button', 'Send'),
]

/** How often one presses to get to a person from what is shown now, by the button that is in every view. */
export async function pressesToPerson(widget: Element): Promise<number> {
  if (addresses(widget).length) return 0
  ;(await find(widget, 'button', 'Talk to a person')).click()
  await soon(() => addresses(widget).length > 0 || byRole(widget, 'button', 'Write a message').length > 0, 'a person, or a message to one')
  if (addresses(widget).length) return 1
  byRole(widget, 'button', 'Write a message')[0]!.click()
  await soon(() => addresses(widget).length > 0, 'the button that sends')
  return 2
}

/** The same as somebody finds it who begins at the page. */
export async function pressesFromLauncher(widget: Element): Promise<number> {
  ;(await find(widget, 'button', 'Help')).click()
  await find(widget, 'dialog', 'Help')
  const further = await pressesToPerson(widget)
  expect(further, 'presses in the panel').to.be.at.most(2)
  return 1 + further
}
