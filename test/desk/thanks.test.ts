import { expect } from '@open-wc/testing'
import type { Article } from '../../src/core/articles/article.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { EarshotError } from '../../src/core/support/errors.ts'
import { turn } from '../core/outbox/fixtures.ts'
import { deskFor, until } from './desk-fixtures.ts'

const tip: Article = { id: 'tip', title: 'Lemon, not vinegar', body: 'Ten minutes.', format: 'markdown', community: true, author: { name: 'Ada Vogel' } }

describe('Thanks to an author', () => {
  it('leave as praise that names the author and the article, and nothing of the journey', async () => {
    const { desk, taken } = deskFor({ articles: [tip] })
    await desk.search('lemon')
    await desk.read('tip')
    await desk.thank('tip')
    while (!taken.length) await turn()
    const { id: _, createdAt: __, ...rest } = taken[0]!
    expect(rest).to.deep.equal({
      version: 1,
      kind: 'praise',
      form: 'thanks',
      summary: 'Thanks to Ada Vogel for "Lemon, not vinegar"',
      answers: { article: 'tip', author: 'Ada Vogel' },
      subject: { url: 'https://shop.example/products/lamp', title: 'Lamp', product: { id: 'L1', name: 'Lamp' } },
      environment: { locale: 'en' },
    })
    expect(desk.state.journey.articles).to.deep.equal([{ id: 'tip', thanked: true }])
    desk.dispose()
  })

  it('are sent once from each device, whatever page they are said on', async () => {
    const store = { ...createMemoryStore(), durable: true }
    const { desk, taken, make } = deskFor({ articles: [tip] }, store)
    await desk.thank('tip')
    await desk.thank('tip')
    await until(desk, ({ submissions }) => [...submissions.values()].some(({ status }) => status === 'accepted'))
    while (!(await store.get('thanked'))) await turn()
    desk.dispose()
    const next = make()
    await next.thank('tip')
    await next.flush()
    expect(taken).to.have.length(1)
    expect(next.state.journey.articles).to.deep.equal([{ id: 'tip', thanked: true }])
    next.dispose()
  })

  it('are sent once, however fast the button is pressed twice', async () => {
    const { desk, taken } = deskFor({ articles: [tip] })
    await Promise.all([desk.thank('tip'), desk.thank('tip')])
    await desk.flush()
    expect(taken).to.have.length(1)
    desk.dispose()
  })

  it('are not counted as reading, and need an author', async () => {
    const { desk } = deskFor({ articles: [tip, { id: 'own', title: 'Own', body: '', format: 'markdown' }] })
    await desk.thank('tip')
    expect(desk.state.reader).to.equal(undefined)
    const error = (await desk.thank('own').catch((thrown: unknown) => thrown)) as EarshotError
    expect(error.code).to.equal('desk/no-author')
    expect(((await desk.thank('nowhere').catch((thrown: unknown) => thrown)) as EarshotError).code).to.equal('articles/not-found')
    desk.dispose()
  })

  it('fit into a summary, however long the names are', async () => {
    const { desk, taken } = deskFor({ articles: [{ ...tip, title: 'x'.repeat(500) }] })
    await desk.thank('tip')
    await desk.flush()
    expect(taken[0]!.summary).to.have.length(140)
    desk.dispose()
  })
})
