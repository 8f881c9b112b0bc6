import { expect, fixture, html } from '@open-wc/testing'
import type { Source } from '../../../src/core/articles/source.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { Desk } from '../../../src/desk/desk.ts'
import type { View } from '../../../src/desk/view.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { deskFor, until } from '../../desk/desk-fixtures.ts'
import { diskStore, refusal, silence } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'
import { pressesFromLauncher, pressesToPerson } from './two-clicks.ts'

await summonElement('earshot-widget')

const ladder: NonNullable<Config['ladder']> = [
  { id: 'team', name: 'The team', kind: 'message' },
  { id: 'lead', name: 'Mira', kind: 'phone', to: '+49 30 1234', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin' },
]
const broken: NonNullable<Config['articles']> = { name: 'broken', search: () => Promise.reject(new Error('No articles')), read: () => Promise.reject(new Error('No article')) } satisfies Source
const nobody = () => Promise.reject(silence())

async function widgetWith(config: Config, answer?: () => Promise<never>) {
  const world = deskFor({ ladder, ...config }, diskStore())
  if (answer) world.world.answer = answer
  const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${world.desk}></earshot-widget>`)
  return { ...world, widget }
}

/** An issue that was sent; what became of it is shown. */
async function sent(desk: Desk): Promise<string> {
  const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
  receipt.catch(() => {})
  await until(desk, ({ submissions }) => /accepted|waiting|refused/.test(submissions.get(id)?.status ?? ''))
  return id
}

const surroundings: readonly [name: string, config: Config, answer?: () => Promise<never>][] = [
  ['all is well', {}],
  ['articles fail to load', { articles: broken }],
  ['the device is offline', {}, nobody],
  ['the endpoint is down', {}, () => Promise.reject(silence(503))],
  ['the endpoint refuses', {}, () => Promise.reject(refusal())],
  ['the endpoint speaks another language', {}, () => Promise.reject(new TransportError('transport/not-json', 'HTML', { retry: 'later' }))],
]

// What a view is called, and what shows that it has come.
const views = (id: string): readonly [view: View, role: string, name: string | undefined][] => [
  [{ name: 'home' }, 'searchbox', 'Search for help'],
  [{ name: 'results', query: 'returning' }, 'searchbox', 'Search for help'],
  [{ name: 'results', query: 'xyzzyx' }, 'searchbox', 'Search for help'],
  [{ name: 'article', id: 'returns' }, 'heading', undefined],
  [{ name: 'article', id: 'nothing' }, 'heading', undefined],
  ...['problem', 'question', 'idea', 'praise', 'rating', 'page', 'callback'].map((form): [View, string, string] => [{ name: 'form', form }, 'button', 'Send']),
  [{ name: 'receipt', id }, 'heading', undefined],
  [{ name: 'people' }, 'heading', 'Talk to a person'],
  [{ name: 'requests' }, 'heading', 'Your requests'],
  [{ name: 'request', id }, 'heading', undefined],
]

describe('A person is two presses away', function () {
  // Each walks through every view.
  this.timeout(60_000)

  for (const [name, config, answer] of surroundings) {
    it(`from the closed launcher, and from every view, where ${name}`, async () => {
      const { desk, widget } = await widgetWith(config, answer)
      expect(await pressesFromLauncher(widget)).to.be.at.most(2)
      const id = await sent(desk)
      for (const [view, role, called] of views(id)) {
        desk.open(view)
        await find(widget, role, called)
        // Also where a form is shown, whose own button is a way already.
        expect(byRole(widget, 'button', 'Talk to a person'), JSON.stringify(view)).to.have.length.of.at.least(1)
        expect(await pressesToPerson(widget), JSON.stringify(view)).to.be.at.most(2)
      }
    })
  }

  it('also where nobody is named: to the button that sends', async () => {
    const { desk, widget } = await widgetWith({ ladder: [] })
    ;(await find(widget, 'button', 'Help')).click()
    ;(await find(widget, 'button', 'I have a question')).click()
    await find(widget, 'button', 'Send')
    for (const [view, role, called] of views('nothing').filter(([{ name }]) => name !== 'receipt' && name !== 'request')) {
      desk.open(view)
      await find(widget, role, called)
      expect(await pressesToPerson(widget), JSON.stringify(view)).to.be.at.most(2)
    }
  })

  it('also where every rung waits for another one', async () => {
    const { widget } = await widgetWith({
      ladder: [
        { id: 'a', name: 'A', kind: 'email', to: 'a@shop.example', after: { tried: 'b' } },
        { id: 'b', name: 'B', kind: 'email', to: 'b@shop.example', after: { tried: 'message', hours: 48 } },
      ],
    })
    expect(await pressesFromLauncher(widget)).to.be.at.most(2)
  })
})
