import { expect } from '@open-wc/testing'
import type { Source } from '../../src/core/articles/source.ts'
import { EarshotError } from '../../src/core/support/errors.ts'
import { until } from './desk-fixtures.ts'
import { articles, customer, offered, postcode, trouble } from './troubled-customer.ts'

describe('Trouble at the desk', () => {
  it('leads to the article that names the sign and is about the element', async () => {
    const offer = await offered(await customer().visit(), postcode)
    expect(offer.article.id).to.equal('postcode')
    expect(offer.signal).to.deep.include({ type: 'field-invalid', element: { selector: '#code', text: 'Postcode' } })
    expect(offer.reason).to.match(/names the signal "field-invalid" and this page/)
  })

  it('stays silent where articles name the sign, but none is about the element', async () => {
    const { desk, ready, tell, calm } = await customer().visit()
    await ready
    tell(trouble({ name: 'Email', around: 'An address needs an @' }))
    await calm()
    expect(desk.state.offer).to.equal(undefined)
    expect(desk.state.problems).to.deep.equal([])
  })

  it('leads to the article of the first rule that fits', async () => {
    const signals = { rules: [
      { signal: 'field-invalid' as const, where: { url: '/basket' }, article: 'slow' },
      { signal: 'field-invalid' as const, where: { selector: '#other' }, article: 'slow' },
      { signal: 'field-invalid' as const, where: { url: '/checkout', selector: '#code' }, article: 'size' },
    ] }
    const offer = await offered(await customer().visit({ signals }), postcode)
    expect(offer.article.id).to.equal('size')
    expect(offer.reason).to.equal('a rule answers field-invalid at /checkout #code')
  })

  it('leads to what a search finds, if it is sure enough', async () => {
    const words = trouble({ type: 'form-hesitation', name: 'Shoe size', around: 'Measure your foot' })
    const offer = await offered(await customer().visit({}, '/shoes'), words)
    expect(offer.article.id).to.equal('size')
    expect(offer.reason).to.match(/has \d+ % of "Shoe size Measure your foot"/)
    const { desk, ready, tell, calm } = await customer().visit({ signals: { confidence: 1 } }, '/shoes')
    await ready
    tell(trouble({ type: 'form-hesitation', name: 'Shoe size and colour', around: 'Measure your foot' }))
    await calm()
    expect(desk.state.offer).to.equal(undefined)
  })

  it('is not told to a source elsewhere', async () => {
    const asked: string[] = []
    const source: Source = {
      search: async query => (asked.push(query), []),
      suggest: async () => (asked.push('suggest'), []),
      async read(id) {
        if (id !== 'far') throw new EarshotError('articles/not-found', `There is no "${id}" elsewhere`)
        return { id, title: 'From elsewhere', body: '', format: 'markdown' }
      },
    }
    const { ready, tell, calm, desk } = await customer().visit({ articles: source })
    await ready
    tell(postcode)
    await calm()
    expect(asked).to.deep.equal([])
    expect(desk.state.offer).to.equal(undefined)
    // An article that a rule names is read like any other.
    const ruled = await offered(await customer().visit({ articles: source, signals: { rules: [{ signal: 'field-invalid', article: 'far' }] } }), postcode)
    expect(ruled.article.title).to.equal('From elsewhere')
    expect((await offered(await customer().visit({ articles: [...articles, { ...source, onDevice: true }] as never }), postcode)).article.id).to.equal('postcode')
    expect(asked).to.include('suggest')
  })

  it('is offered once on a page, and not while the panel is open', async () => {
    const world = await customer().visit()
    await offered(world, postcode)
    await world.desk.answerOffer('expired')
    world.tell(trouble({ type: 'request-failed' }))
    await world.calm()
    expect(world.desk.state.offer).to.equal(undefined)
    const other = await customer().visit()
    await other.ready
    other.desk.open()
    other.tell(postcode)
    await other.calm()
    expect(other.desk.state.offer).to.equal(undefined)
  })

  it('stays the first suggestion when the offer is gone, unless it was declined', async () => {
    const world = await customer().visit()
    await offered(world, postcode)
    await world.desk.answerOffer('expired')
    await world.desk.suggest()
    expect(world.desk.state.suggestions[0]?.id).to.equal('postcode')
    const other = await customer().visit()
    await offered(other, postcode)
    await other.desk.answerOffer('declined')
    expect(other.desk.state.suggestions).to.deep.equal([])
    expect(other.desk.state.foreseen).to.equal(undefined)
  })

  it('keeps nothing on the device before the customer has had to do with us', async () => {
    const { visit, opened } = customer()
    const world = await visit()
    await offered(world, postcode)
    await world.desk.answerOffer('expired')
    await world.calm()
    expect(opened()).to.equal(0)
    expect(world.desk.state.storage).to.equal('unknown')
  })

  it('remembers a "No thanks" on the device, and forgets it after half a year', async () => {
    const { visit, sleep } = customer()
    const first = await visit()
    await offered(first, postcode)
    await first.desk.answerOffer('declined')
    await first.calm()
    const second = await visit()
    await second.ready
    second.tell(postcode)
    await second.calm()
    expect(second.desk.state.offer).to.equal(undefined)
    sleep(183 * 86_400_000)
    expect((await offered(await visit(), postcode)).article.id).to.equal('postcode')
  })

  it('is offered three times a day at most', async () => {
    const { visit, sleep } = customer()
    const declined = await visit({}, '/a')
    await offered(declined, trouble({ type: 'request-slow' }))
    await declined.desk.answerOffer('declined')
    await declined.calm()
    for (const path of ['/b', '/c']) {
      const world = await visit({ articles: [...articles, { ...articles[3]!, id: `slow${path}` }] }, path)
      await offered(world, trouble({ type: 'form-hesitation', name: 'Shoe size', around: 'Measure your foot' }))
      await world.calm()
      await world.desk.answerOffer('expired')
      await world.calm()
    }
    const fourth = await visit()
    await fourth.ready
    fourth.tell(postcode)
    await fourth.calm()
    expect(fourth.desk.state.offer).to.equal(undefined)
    sleep(86_400_000)
    await offered(await visit(), postcode)
  })

  it('goes along with what the customer says, as kind and time only', async () => {
    const world = await customer().visit()
    await offered(world, postcode)
    const { journey } = await world.desk.enclosures()
    expect(journey?.signals?.map(signal => Object.keys(signal))).to.deep.equal([['type', 'at']])
    expect(JSON.stringify(journey)).not.to.match(/Postcode|#code/)
  })

  it('stays out of the journey where the browser says so, or the owner', async () => {
    const world = await customer({ optedOut: true }).visit()
    await offered(world, postcode)
    expect(world.desk.state.journey).to.deep.equal({})
    const other = await customer().visit({ capture: { journey: false } })
    await offered(other, postcode)
    expect(other.desk.state.journey).to.deep.equal({})
  })

  it('joins the journey of the visit when that is brought back', async () => {
    const { visit } = customer()
    const first = await visit()
    await first.desk.read('size')
    await first.calm()
    first.desk.dispose()
    await first.calm()
    const second = await visit()
    await offered(second, postcode)
    second.desk.open()
    const { journey } = await until(second.desk, state => state.journey.articles !== undefined)
    expect(journey.signals?.length).to.equal(1)
  })

  it('is not looked for where signals are off, and no longer once the desk is put away', async () => {
    const { desk, options, calm } = await customer().visit({ signals: false })
    await calm()
    expect(options()).to.equal(undefined)
    desk.dispose()
    const other = await customer().visit({ signals: { off: ['dead-click'] } })
    await other.ready
    expect(other.options()?.off).to.deep.equal(['dead-click'])
    await other.calm()
    other.desk.dispose()
    await other.calm()
    expect(other.stopped()).to.equal(true)
  })

  it('says what is wrong in the settings, and does the rest', async () => {
    const signals = { off: ['rage-clicks', 'dead-click'], rules: [{ signal: 'field-invalid' }, 7, { signal: 'x', article: 'a' }, { signal: 'field-invalid', where: { selector: '' }, article: 'size' }], confidence: 'very' }
    const world = await customer().visit({ signals: signals as never })
    const offer = await offered(world, postcode)
    expect(offer.article.id).to.equal('size')
    expect(world.options()?.off).to.deep.equal(['dead-click'])
    expect(world.desk.state.problems.map(({ path }) => path)).to.have.members(['/signals/off/0', '/signals/rules/0', '/signals/rules/1', '/signals/rules/2/signal', '/signals/confidence'])
    expect(world.desk.state.problems.find(({ path }) => path === '/signals/off/0')?.message).to.contain('did you mean "rage-click"?')
  })

  it('says when a rule names an article that is not there, or no selector', async () => {
    for (const rule of [{ signal: 'field-invalid' as const, article: 'gone' }, { signal: 'field-invalid' as const, where: { selector: '>>' }, article: 'size' }]) {
      const { desk, ready, tell } = await customer().visit({ signals: { rules: [rule] } })
      await ready
      tell({ ...postcode, matches: selector => document.body.matches(selector) })
      const { problems } = await until(desk, state => state.problems.length > 0)
      expect(problems[0]?.code).to.equal('signals/no-article')
      expect(desk.state.offer).to.equal(undefined)
    }
  })
})
