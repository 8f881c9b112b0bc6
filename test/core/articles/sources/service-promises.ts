import { expect } from '@open-wc/testing'
import type { Source } from '../../../../src/core/articles/source.ts'
import { EarshotError } from '../../../../src/core/support/errors.ts'
import { answers, asHtml, asJson, broken, options, type playing } from './service.ts'

export interface ServiceUnderTest {
  source: () => Source
  name: string
  host: string
  /** Every address of the service. */
  pattern: RegExp
  /** An id the source would ask the service for. */
  id: string
  /** What no message may repeat. */
  secret?: string
  /** The answer of a search with these items, one of them good. */
  list(items: unknown[]): unknown
  good: unknown
  /** An item that is good but for its title. */
  titled(title: string): unknown
}

const strange = [null, undefined, 7, 'text', [], {}, [[]], { id: {} }, { title: 'No id' }, { id: 'no-title' }, { id: 'x', title: { text: 'x' }, document: 3, _source: [] }]

/** What every source that asks a service promises when the service misbehaves. */
export function servicePromises(under: ServiceUnderTest, { requests, instead }: ReturnType<typeof playing>): void {
  const { source, name, host, pattern, id, secret = 'no-secret', list, good, titled } = under
  const failureOf = async (work: Promise<unknown>) =>
    work.then(() => expect.fail('it answered'), (error: unknown) => (error instanceof EarshotError ? error : expect.fail(String(error))))
  const both = [() => source().search('refund secret words', options()), () => source().read(id, options())]

  it('is called by its name', () => expect(source().name).to.equal(name))

  it('says that a service is down with its host and the status, and repeats no key and no words', async () => {
    instead(answers(pattern, () => asJson({ message: `bad key ${secret}` }, 503)))
    for (const ask of both) {
      const { code, message, details } = await failureOf(ask())
      expect({ code, status: details.status, host: details.host }).to.deep.equal({ code: 'articles/unreachable', status: 503, host })
      expect(message).to.include(host).and.not.include(secret).and.not.include('secret words')
      expect(JSON.stringify(details)).not.to.include(secret)
    }
  })

  it('says that a broken line is one', async () => {
    instead(answers(pattern, broken))
    for (const ask of both) {
      const { code, message } = await failureOf(ask())
      expect(code).to.equal('articles/unreachable')
      expect(message).to.include(host).and.not.include(secret).and.not.include('secret words')
    }
  })

  it('takes no login page for an answer', async () => {
    instead(answers(pattern, () => asHtml('<h1>Welcome to the hotel</h1>')))
    for (const ask of both) expect((await failureOf(ask())).code).to.equal('articles/bad-answer')
  })

  it('fails with a code for an answer of another shape, or finds nothing in it', async () => {
    for (const shape of [null, 7, 'text', [], {}, { hits: {} }, { hits: { hits: 'x' } }, { results: 'x' }, { posts: 3 }, [null]]) {
      instead(answers(pattern, () => asJson(shape)))
      const came = await source().search('refund', options()).then(found => found.length, (error: unknown) => (error as EarshotError).code)
      expect(came, JSON.stringify(shape)).to.be.oneOf([0, 'articles/bad-answer'])
      expect((await failureOf(source().read(id, options()))).code, JSON.stringify(shape)).to.be.oneOf(['articles/bad-answer', 'articles/not-found'])
    }
  })

  it('skips what is strange in a list and shows the rest', async () => {
    instead(answers(pattern, () => asJson(list([...strange, good, ...strange, good]))))
    expect((await source().search('refund', options())).length).to.equal(1)
  })

  it('takes the most hostile title for a text', async () => {
    const title = '<img src=x onerror=alert(1)> {{x}} \u202eevil'
    instead(answers(pattern, () => asJson(list([titled(title)]))))
    const [found] = await source().search('refund', options())
    // Where a service's titles are HTML, only their words are left.
    expect(found?.title.endsWith('{{x}} \u202eevil')).to.equal(true)
    expect(typeof found?.title).to.equal('string')
  })

  it('asks nothing for no words, for no room, and for nobody', async () => {
    await source().search('  \u0000 \ud800 ', options())
    await source().search('refund', { ...options(), limit: 0 })
    await source().search('refund', { ...options(), signal: AbortSignal.abort() }).catch(() => {})
    expect(requests.map(request => request.url)).to.deep.equal([])
  })

  it('stops waiting as soon as nobody waits for it', async () => {
    const gone = new AbortController()
    let answerAtLast: (answer: Response) => void = () => {}
    instead(answers(pattern, () => {
      gone.abort(new Error('gone'))
      return new Promise(resolve => (answerAtLast = resolve))
    }))
    const came = await source().search('refund', { ...options(), signal: gone.signal }).catch((error: unknown) => error)
    answerAtLast(asJson(null))
    expect((came as Error).message).to.equal('gone')
  })

  it('sends no cookies', async () => {
    await source().search('refund', options())
    expect(requests.length > 0 && requests.every(request => request.credentials === 'omit')).to.equal(true)
  })
}
