import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { slack, type SlackOptions } from '../../../src/receiver/forwarders/slack.ts'
import { transportPromises, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { assertSilent, fakeService, fileOf, hostile, issueOf, messageOf, refusal, signal, type FakeService } from './fake-service.ts'

const webhook = 'https://hooks.slack.com/services/T000/B000/secret'
const token = 'xoxb-secret'

interface Element { type: string; text: string; url?: string; style?: { bold?: boolean } }
interface Told { text: string; blocks: { type: string; elements: { type: string; elements: Element[] }[] }[]; unfurl_links: boolean; unfurl_media: boolean; channel?: string; thread_ts?: string }

const elementsOf = ({ blocks }: Told) => blocks.flatMap(({ elements }) => elements.flatMap(({ elements }) => elements))

/** The words below a label. */
function below(told: Told, label: string): string {
  const section = told.blocks[0]!.elements.find(({ elements: [first] }) => first!.text === `${label}\n` && first!.style?.bold)
  assert.ok(section, `there is no "${label}"`)
  return section.elements[1]!.text
}

/** Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks and chat.postMessage. */
function fakeSlack() {
  const told: Told[] = []
  const service = fakeService(({ method, url, headers, json }) => {
    assert.equal(method, 'POST')
    told.push(json as Told)
    if (url.href === webhook) return new Response('ok', { headers: { 'Content-Type': 'text/html' } })
    assert.equal(url.href, 'https://slack.com/api/chat.postMessage')
    assert.equal(headers.get('authorization'), `Bearer ${token}`)
    return Response.json({ ok: true, channel: 'C123', ts: `1503435956.00024${told.length}` })
  }, () => new Response('invalid_payload', { status: 400 }))
  return { ...service, told }
}

const ways: [string, SlackOptions][] = [['a webhook', { webhook }], ['a token', { token, channel: 'C123' }]]

for (const [way, options] of ways) {
  const open = (service: FakeService, more: Partial<SlackOptions> = {}) => slack({ ...options, fetch: service.fetch, ...more })

  describe(`the transport kit, run on Slack by ${way}`, () => {
    const make = (): TransportSetup => {
      const service = fakeSlack()
      return { transport: open(service), backend: service.backend(() => service.told.map(told => ({ story: below(told, 'What was said'), files: [] }))), secret: 'webhook' in options ? 'T000' : token }
    }
    // Slack cannot be asked what it has. Files stay with the receiver.
    for (const { title, run } of transportPromises(make, { without: ['again', 'files'] })) it(title, run)
  })

  describe(`Slack by ${way}`, () => {
    it('says that a second message may come to be', () => {
      assert.equal(open(fakeSlack()).duplicates, 'possible')
    })

    it('tells a channel, with the names of files and the way to the case', async () => {
      const service = fakeSlack()
      const issue = issueOf({ attachments: [{ id: 'f', name: 'kettle.png', type: 'image/png', size: 3 }] })
      const { id, reference } = await open(service, { caseUrl: () => 'https://shop.example/inbox' }).send(issue, [fileOf()], { signal: signal() })
      assert.deepEqual([id, reference], [issue.id, 'webhook' in options ? issue.id : 'C123:1503435956.000241'])
      const [told] = service.told as [Told]
      assert.equal(told.text, 'It whistles')
      assert.equal(below(told, 'Files'), 'kettle.png (image/png, 3 bytes)')
      assert.deepEqual(elementsOf(told).flatMap(({ url }) => url ?? []), ['https://shop.example/inbox'])
    })

    it('keeps a customer’s words as data, and escapes the line for notifications', async () => {
      const service = fakeSlack()
      await open(service).send(issueOf({ story: hostile, summary: '<!channel> & <@U1>' }), [], { signal: signal() })
      const [told] = service.told as [Told]
      assert.equal(told.text, '&lt;!channel&gt; &amp; &lt;@U1&gt;')
      assert.equal(below(told, 'What was said'), hostile)
      assert.deepEqual([...new Set(elementsOf(told).map(({ type }) => type))], ['text'])
      assert.deepEqual([told.unfurl_links, told.unfurl_media], [false, false])
      assert.ok(elementsOf(told).every(({ text }) => text !== ''))
    })

    it('leaves out what does not fit, says so, and keeps what was said', async () => {
      const service = fakeSlack()
      const story = 'Es pfeift: ÄÖÜ. '.repeat(400)
      await open(service).send(issueOf({ story, diagnostics: { errors: Array.from({ length: 2_000 }, (_, i) => `error ${i}`) } }), [], { signal: signal() })
      const [told] = service.told as [Told]
      assert.ok(Buffer.byteLength(JSON.stringify(told.blocks)) <= 12_000)
      assert.equal(below(told, 'What was said'), story)
      assert.match(below(told, 'Shortened'), /characters are left out here/)
    })
  })
}

describe('Slack', () => {
  it('waits for a person where the webhook is gone, says why, and never tells the webhook', async () => {
    const service = fakeSlack()
    for (const [status, word] of [[403, 'invalid_token'], [404, 'no_service'], [410, 'channel_is_archived'], [500, 'rollup_error']] as const) {
      service.instead(() => new Response(word, { status }))
      const error = await refusal(slack({ webhook, fetch: service.fetch }).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([error.retry, error.status, error.detail], ['later', status, word])
      assertSilent(error, 'secret', 'T000')
    }
    service.mood('down')
    assertSilent(await refusal(slack({ webhook, fetch: service.fetch }).send(issueOf(), [], { signal: signal() })), 'secret', 'T000')
    service.mood('nonsense')
    assertSilent(await refusal(slack({ webhook, fetch: service.fetch }).send(issueOf(), [], { signal: signal() })), 'secret', 'T000')
    assert.throws(() => slack({ webhook: 'hooks.slack.com/services/secret' }), error => /wrong-option/.test(String(error)) && !/secret\b(?!,|\s)/.test(String(error).replace('the secret', '')))
  })

  it('reads what Slack says with 200', async () => {
    const service = fakeSlack()
    const answers = [['not_in_channel', 'later', 'transport/failed'], ['invalid_auth', 'later', 'transport/unauthorized'], ['ratelimited', 'later', 'transport/busy'], ['msg_blocks_too_long', 'never', 'transport/refused']]
    for (const [error, ...expected] of answers) {
      service.instead(() => Response.json({ ok: false, error }))
      const refused = await refusal(slack({ token, channel: 'C123', fetch: service.fetch }).send(issueOf(), [], { signal: signal() }))
      assert.deepEqual([refused.retry, refused.code], expected)
      assertSilent(refused, token)
    }
  })

  it('answers in the thread what the customer says later', async () => {
    const service = fakeSlack()
    const forwarder = slack({ token, channel: 'C123', fetch: service.fetch })
    const receipt = await forwarder.send(issueOf(), [], { signal: signal() })
    await forwarder.reply!(receipt, messageOf({ text: hostile }), { signal: signal() })
    const { channel, thread_ts, ...told } = service.told[1]!
    assert.deepEqual([channel, thread_ts, below(told, 'The customer writes')], ['C123', '1503435956.000241', hostile])
    assert.equal((await refusal(forwarder.reply!({ ...receipt, reference: 'x' }, messageOf(), { signal: signal() }))).retry, 'never')
  })
})
