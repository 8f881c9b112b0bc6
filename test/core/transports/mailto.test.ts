import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { mailto, type MailtoOptions } from '../../../src/core/transports/mailto.ts'
import type { BackendMood, TakenIssue, TransportSetup } from '../../../src/testing/transport-kit.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { runKit } from './kit-run.ts'

/** What a mail program makes of an address. */
function letterOf(address: string) {
  const { pathname, searchParams } = new URL(address)
  return { to: pathname, subject: searchParams.get('subject')!, body: searchParams.get('body')! }
}

/** A mail program, and its owner's word that opening it is enough. */
function setup(): TransportSetup {
  let mood: BackendMood = 'accept'
  const letters: TakenIssue[] = []
  const open = (address: string) => {
    if (mood === 'down') throw new Error('No mail program')
    if (mood === 'refuse') return false
    if (mood === 'hang') return new Promise(() => {})
    const story = /^What was said:\r\n([^]*?)\r\n\r\n/.exec(letterOf(address).body)![1]!.replaceAll('\r\n', '\n')
    letters.push({ story, files: [] })
    if (mood === 'lose-answer') throw new Error('The mail program has crashed')
    return true
  }
  return {
    transport: mailto('help@shop.example', { open, accept: 'opened', write: ({ story }) => ({ subject: 'Hello', text: `What was said:\n${story}` }) }),
    backend: { mood: next => void (mood = next), taken: () => letters },
  }
}

describe('mailto, with its owner’s word, run against the kit', () => runKit(setup, ['again', 'busy', 'nonsense']))

describe('mailto', () => {
  const opening = (options: Partial<MailtoOptions> = {}) => {
    const addresses: string[] = []
    const wholes: string[] = []
    const transport = mailto('help@shop.example', { open: (address, whole) => void (addresses.push(address), wholes.push(whole)), ...options })
    const send = (more: Partial<Issue> = {}) => transport.send({ ...issue, ...more }, [], { signal: signal() })
    return { addresses, wholes, send, transport }
  }

  it('opens a letter with the whole issue in words, and its id', async () => {
    const { addresses, send } = opening()
    await refusalOf(send({ summary: 'The kettle', answers: { order: '7' } }))
    const { to, subject, body } = letterOf(addresses[0]!)
    expect([to, subject]).to.deep.equal(['help@shop.example', 'The kettle'])
    expect(body).to.contain('What was said: It whistles').and.contain('order: 7').and.match(new RegExp(`Id: ${issue.id}$`))
    expect(body).not.to.match(/(?<!\r)\n/)
  })

  it('does not claim what it cannot know: the issue needs the customer, with its owner’s words', async () => {
    const { code, retry, detail } = await refusalOf(opening({ next: 'Press Send there.' }).send())
    expect({ code, retry, detail }).to.deep.equal({ code: 'mailto/not-known', retry: 'never', detail: 'Press Send there.' })
  })

  it('gives a receipt on its owner’s word that opening is enough, which says what is left to do', async () => {
    const { send } = opening({ accept: 'opened', next: 'Press Send there.' })
    expect(await send()).to.deep.include({ id: issue.id, reference: issue.id, next: 'Press Send there.' })
  })

  it('says that it takes a press where nothing could be opened, whatever its owner says', async () => {
    const { code, retry, detail } = await refusalOf(opening({ accept: 'opened', open: () => false, next: 'Write to us.' }).send())
    expect({ code, retry, detail }).to.deep.equal({ code: 'mailto/needs-press', retry: 'never', detail: 'Write to us.' })
  })

  it('opens one letter for an issue, however often it is sent', async () => {
    const { addresses, send } = opening({ accept: 'opened' })
    const first = await send()
    expect([await send(), addresses.length]).to.deep.equal([first, 1])
  })

  for (const [what, text] of [['plain words', 'word '.repeat(1_000)], ['letters of four bytes', '🫖'.repeat(1_000)], ['lines', 'x\n'.repeat(2_000)]] as const)
    it(`keeps the address of a long letter within 2,000 characters, and says that it goes on: ${what}`, async () => {
      const { addresses, wholes, send } = opening()
      await refusalOf(send({ story: text, summary: '漢'.repeat(140) }))
      expect(addresses[0]!.length).to.be.within(1_960, 2_000)
      const { body } = letterOf(addresses[0]!)
      expect(body).to.match(new RegExp(`…\r\n\r\nId: ${issue.id}$`))
      expect(body).not.to.match(/\p{Surrogate}/u)
      expect(wholes[0]).to.contain(text)
    })

  it('cannot be made to write to somebody else, or to carry other headers', async () => {
    const { addresses, send } = opening()
    await refusalOf(send({ summary: 'a&cc=evil@x.example\r\nBcc: evil@x.example', story: '&bcc=evil@x.example#?%0A' }))
    expect([...new URL(addresses[0]!).searchParams.keys()]).to.deep.equal(['subject', 'body'])
    expect(letterOf(addresses[0]!).to).to.equal('help@shop.example')
  })

  it('survives half a letter', async () => {
    const { addresses, send } = opening()
    await refusalOf(send({ story: 'a\ud83eb' }))
    expect(letterOf(addresses[0]!).body).to.contain('a\ufffdb')
  })

  for (const to of ['', 'nobody', 'a@b?cc=c@d.example', 'a@b.example,c@d.example', 'a b@c.example', undefined, `${'a'.repeat(250)}@b.example`])
    it(`refuses ${JSON.stringify(to)?.slice(0, 40)} for an address`, () => {
      expect(() => mailto(to as string, { open: () => {} })).to.throw().with.property('code', 'transport/wrong-option')
    })

  it('refuses another word for acceptance, and nothing to open with', () => {
    expect(() => mailto('a@b.example', { open: () => {}, accept: '2xx' as never })).to.throw().with.property('code', 'transport/wrong-option')
    expect(() => mailto('a@b.example', {} as never)).to.throw().with.property('code', 'transport/wrong-option')
  })
})
