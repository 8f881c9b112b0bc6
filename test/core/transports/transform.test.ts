import { expect } from '@open-wc/testing'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import { transform, type Change } from '../../../src/core/transports/transform.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { composed, runKit } from './kit-run.ts'
import { part } from './parts-setup.ts'

const file: Attachment = { id: 'f', name: 'a.png', type: 'image/png', size: 1, bytes: new ArrayBuffer(1) }
const send = (to: ReturnType<typeof part>, change: Change) => transform(to, change).send(issue, [file], { signal: signal() })

describe('transform, run against the kit', () => {
  runKit(composed(1, one => transform(one, issue => ({ ...issue, tags: ['web'] })), ([taken = []]) => taken))
})

describe('transform', () => {
  it('changes what one transport is sent, and leaves the issue as it was', async () => {
    const to = part('A')
    const before = JSON.stringify(issue)
    const receipt = await send(to, async issue => {
      issue.story = 'Changed'
      return issue
    })
    expect([receipt.reference, to.sent[0]!.issue.story, to.sent[0]!.attachments, JSON.stringify(issue)]).to.deep.equal(['A-1', 'Changed', [file], before])
  })

  it('changes the files as well, where it says so', async () => {
    const to = part('A')
    await send(to, issue => ({ issue, attachments: [] }))
    expect(to.sent[0]!.attachments).to.deep.equal([])
  })

  for (const [what, change] of [
    ['throws', () => { throw new Error('oh') }],
    ['answers with nothing', () => undefined as never],
    ['makes another issue of it', issue => ({ ...issue, id: 'another' })],
    ['loses the list of files', issue => ({ issue, attachments: undefined as never })],
  ] as [string, Change][])
    it(`sends nothing where the change ${what}, and waits`, async () => {
      const to = part('A')
      const { code, retry } = await refusalOf(send(to, change))
      expect([code, retry, to.sent.length]).to.deep.equal(['transport/change-failed', 'later', 0])
    })

  it('passes everything else through, bound to what it belongs to', async () => {
    class Own {
      readonly duplicates = 'possible' as const
      readonly files = false as const
      readonly #name = 'own'
      async send() { return { id: issue.id, reference: this.#name, acceptedAt: '' } }
      async people() { return { [this.#name]: {} } as never }
    }
    const transport = transform(new Own(), issue => issue)
    expect(transport).to.deep.include({ duplicates: 'possible', files: false })
    expect(await transport.people!({ signal: signal() })).to.deep.equal({ own: {} })
    expect('thread' in transport).to.equal(false)
  })

  it('refuses a change that is none', () => {
    expect(() => transform(part('A'), 'loud' as never)).to.throw().with.property('code', 'transport/wrong-option')
  })
})
