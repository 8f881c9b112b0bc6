import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { teams, type TeamsOptions } from '../../../src/receiver/forwarders/teams.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, refusal, signal, type FakeService } from './fake-service.ts'

const webhook = 'https://default123.45.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/abc/triggers/manual/paths/invoke?api-version=1&sig=secret'

interface Block { type: string; spacing?: string; inlines: { type: string; text: string; weight?: string }[] }
interface Told { type: string; attachments: { contentType: string; content: { type: string; version: string; body: Block[]; actions?: unknown[] } }[] }

/** The lines below a label; a card has no empty ones, so a space that does not break stands in them. */
function below(told: Told | undefined, label: string): string {
  const body = told?.attachments[0]?.content.body ?? []
  const from = body.findIndex(({ inlines: [run] }) => run!.text === label && run!.weight === 'Bolder') + 1
  assert.ok(from > 0, `there is no "${label}"`)
  const to = body.findIndex((block, index) => index >= from && block.spacing !== 'None')
  return body.slice(from, to < 0 ? undefined : to).map(({ inlines: [run] }) => (run!.text === '\u00a0' ? '' : run!.text)).join('\n')
}

/** A workflow "Post to a channel when a webhook request is received". */
function fakeTeams() {
  const cards: Told[] = []
  const service = fakeService(({ method, url, json }) => {
    assert.deepEqual([method, url.href], ['POST', webhook])
    cards.push(json as Told)
    return new Response(null, { status: 202 })
  }, () => Response.json({ error: { code: 'TriggerInputSchemaMismatch' } }, { status: 400 }))
  return { ...service, cards }
}

const open = (service: FakeService, more: Partial<TeamsOptions> = {}) => teams({ webhook, fetch: service.fetch, ...more })

describe('the transport kit, run on Microsoft Teams', () => {
  const make = (): TransportSetup => {
    const service = fakeTeams()
    return { transport: open(service), backend: service.backend(() => service.cards.map(card => ({ story: below(card, 'What was said'), files: [] }))), secret: 'sig=secret' }
  }
  // A workflow cannot be asked what it has. Files stay with the receiver.
  for (const { title, run } of transportPromises(make, { without: ['again', 'files'] })) it(title, run)
})

describe('Microsoft Teams', () => {
  it('tells a channel by an Adaptive Card, with the names of files and the way to the case', async () => {
    const service = fakeTeams()
    const issue = issueOf({ attachments: [{ id: 'f', name: 'kettle.png', type: 'image/png', size: 3 }] })
    const forwarder = open(service, { caseUrl: () => 'https://shop.example/inbox' })
    const { id, reference } = await forwarder.send(issue, [fileOf()], { signal: signal() })
    assert.deepEqual([id, reference, forwarder.duplicates], [issue.id, issue.id, 'possible'])
    const [{ type, attachments }] = service.cards as [Told]
    assert.deepEqual([type, attachments.length, attachments[0]!.contentType, attachments[0]!.content.type], ['message', 1, 'application/vnd.microsoft.card.adaptive', 'AdaptiveCard'])
    assert.deepEqual(attachments[0]!.content.actions, [{ type: 'Action.OpenUrl', title: 'Open the case', url: 'https://shop.example/inbox' }])
    assert.equal(below(service.cards[0], 'Files'), 'kettle.png (image/png, 3 bytes)')
  })

  it('keeps a customer’s words as data: runs of text, in which nothing is Markdown or a mention', async () => {
    const service = fakeTeams()
    await open(service, { caseUrl: () => 'javascript:alert(1)' }).send(issueOf({ story: hostile }), [], { signal: signal() })
    const { content } = service.cards[0]!.attachments[0]!
    assert.equal(below(service.cards[0], 'What was said'), hostile)
    assert.deepEqual([...new Set(content.body.flatMap(({ type, inlines }) => [type, ...inlines.map(({ type }) => type)]))], ['RichTextBlock', 'TextRun'])
    assert.ok(content.body.every(({ inlines }) => inlines.every(({ text }) => text !== '' && !text.includes('\n'))))
    assert.equal(content.actions, undefined)
  })

  it('leaves out what does not fit, says so, and keeps what was said', async () => {
    const service = fakeTeams()
    const story = 'Es pfeift: ÄÖÜ. '.repeat(600)
    await open(service).send(issueOf({ story, diagnostics: { errors: Array.from({ length: 4_000 }, (_, i) => `error ${i}`) } }), [], { signal: signal() })
    assert.ok(Buffer.byteLength(JSON.stringify(service.cards[0])) <= 20_000)
    assert.equal(below(service.cards[0], 'What was said'), story)
    assert.match(below(service.cards[0], 'Shortened'), /characters are left out here/)
  })

  it('waits where the workflow is gone or switched off, and never tells its address', async () => {
    const service = fakeTeams()
    for (const status of [401, 404, 429, 502]) {
      service.instead(() => Response.json({ error: { code: 'WorkflowNotFound' } }, { status }))
      const error = await refusal(open(service).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.status], ['later', status])
      assertSilent(error, 'secret', 'powerplatform')
    }
    for (const mood of ['down', 'nonsense'] as const) {
      service.mood(mood)
      assertSilent(await refusal(open(service).send(issueOf(), [], { signal: signal() })), 'secret', 'powerplatform')
    }
  })
})
