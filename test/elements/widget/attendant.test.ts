import { expect, fixture, html } from '@open-wc/testing'
import { shelf } from '../../../src/desk/shelf.ts'
import { summonIn } from '../../../src/elements/summon-in.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'
import { diskStore, soon } from '../element-fixtures.ts'

let leave = () => {}
afterEach(() => {
  leave()
  shelf.get('kept')?.dispose()
  document.documentElement.lang = 'en'
})

const newDesk = () => deskFor({ desk: 'kept', shortcut: 'Control+Shift+H' }, diskStore()).desk

/** A page with a widget whose desk is on the shelf, and buttons of the owner's. */
async function page() {
  document.documentElement.lang = 'en'
  const desk = newDesk()
  const around = await fixture<HTMLElement>(html`<div>
    <main><earshot-widget desk="kept"><a href="/contact">Contact us</a></earshot-widget></main>
    <a href="#nowhere" data-earshot-open>Ask us</a>
    <dialog aria-label="Order"><p>An order</p></dialog>
  </div>`)
  leave = summonIn(document)
  const [main, widget, dialog, link] = ['main', 'earshot-widget', 'dialog', 'a[data-earshot-open]'].map(name => around.querySelector<HTMLElement>(name)!) as
    [HTMLElement, HTMLElement, HTMLDialogElement, HTMLAnchorElement]
  await find(widget, 'button', 'Help')
  return { desk, main, widget, dialog, link, isHome: () => widget.parentElement === main }
}

async function pageInDialog() {
  const all = await page()
  all.dialog.showModal()
  await soon(() => all.dialog.contains(all.widget), 'the widget is in the dialog')
  return all
}

type InDialog = Awaited<ReturnType<typeof pageInDialog>>

/** The dialog closes, and nothing is left of the visit. */
async function goesHome({ dialog, main, widget, isHome }: InDialog, name: string) {
  dialog.close()
  await soon(isHome, 'the widget is home')
  await find(widget, 'button', name)
  expect(Object.hasOwn(main, 'insertBefore'), 'the place is as it was').to.equal(false)
  let presses = 0
  main.addEventListener('click', () => presses++)
  widget.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(presses, 'presses are heard again').to.equal(1)
}

describe('a widget in a dialog of the page', () => {
  it('goes home with the end of it when the language of the page has changed there', async () => {
    const all = await pageInDialog()
    document.documentElement.lang = 'de'
    await find(all.widget, 'button', 'Hilfe')
    await goesHome(all, 'Hilfe')
  })

  it('goes home with the end of it when another desk has taken the place of the first there', async () => {
    const all = await pageInDialog()
    all.desk.dispose()
    const another = newDesk()
    another.open()
    await find(all.widget, 'heading', 'How can we help?')
    another.close()
    await goesHome(all, 'Help')
  })

  it('goes home at once when its desk is disposed of, and comes back with a new one', async () => {
    const all = await pageInDialog()
    all.desk.dispose()
    await soon(all.isHome, 'the widget is home')
    expect(Object.hasOwn(all.main, 'insertBefore')).to.equal(false)
    newDesk()
    await soon(() => all.dialog.contains(all.widget), 'the widget is in the dialog again')
    await goesHome(all, 'Help')
  })
})

describe('a widget whose desk was disposed of', () => {
  const isTold = (link: Element) => link.hasAttribute('aria-expanded')

  /** Whether anything of ours has taken the press for itself. It leads nowhere in the test. */
  const isTaken = (event: Event, target: EventTarget) => {
    let taken = false
    addEventListener(event.type, last => {
      taken = last.defaultPrevented
      last.preventDefault()
    }, { once: true })
    target.dispatchEvent(event)
    return taken
  }
  const press = () => new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })
  const shortcut = () => new KeyboardEvent('keydown', { key: 'H', code: 'KeyH', ctrlKey: true, shiftKey: true, bubbles: true, composed: true, cancelable: true })

  it('gives the owner’s links and the keys back, until there is another desk', async () => {
    const { desk, widget, link } = await page()
    await soon(() => isTold(link), 'the link is a door')
    await soon(() => isTaken(shortcut(), document.body), 'the shortcut is heard')
    desk.dispose()
    await soon(() => !byRole(widget, 'button', 'Help').length, 'the launcher is gone')
    expect(byRole(widget, 'link', 'Contact us'), 'what the page itself says is seen').to.have.length(1)
    expect(isTold(link), 'the link says nothing of a panel').to.equal(false)
    expect(isTaken(press(), link), 'the link leads where it leads').to.equal(false)
    expect(isTaken(shortcut(), document.body), 'the keys are the page’s').to.equal(false)
    const another = newDesk()
    await soon(() => isTold(link), 'the link is a door again')
    expect(isTaken(press(), link)).to.equal(true)
    expect(another.state.open).to.equal(true)
  })
})
