import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { email, type EmailOptions } from '../../../src/receiver/forwarders/email.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { hostileStrings } from '../../core/issue/hostile-strings.ts'
import { newIssue } from '../requests.ts'
import { desk, startMail } from './mail-server.ts'

const shop = { from: 'The shop <desk@shop.example>', to: 'staff@shop.example', encryption: 'none' as const }
const now = () => ({ signal: new AbortController().signal })

describe('issues as mails', () => {
  let server: Awaited<ReturnType<typeof startMail>>
  before(async () => { server = await startMail() })
  after(() => server.stop())
  beforeEach(() => {
    server.mood = 'accept'
    server.mails.length = 0
  })
  const open = (more: Partial<EmailOptions> = {}) => email({ ...shop, host: '127.0.0.1', port: server.port, ...more })

  describe('keeps the promises of a transport', () => {
    // A mail server cannot say when to come again, and cannot be asked what it has.
    const make = () => {
      const byId = () => [...new Map(server.mails.map(mail => [mail.headers.get('message-id'), mail])).values()]
      const taken = () => byId().map(({ text, files }) => ({
        story: /What was said:\n([^]*?)\n\nKind:/.exec(text)?.[1] ?? text,
        files: files.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes).buffer })),
      }))
      return { transport: open(desk), secret: desk.pass, backend: { mood: (next: typeof server.mood) => void (server.mood = next), taken } }
    }
    for (const { title, run } of transportPromises(make, { without: ['busy', 'again'] })) it(title, run)
  })

  it('comes from the owner, answers to the customer, and says everything twice: as text and as HTML', async () => {
    const issue = newIssue({ summary: 'Broken lamp', contact: { name: 'Ann Aal', email: 'ann@home.example' }, topic: 'delivery' })
    const receipt = await open({ subject: '[Workshop]', caseUrl: ({ id }) => `https://desk.shop.example/?case=${id}` }).send(issue, [], now())
    const [{ headers, envelope, text, html }] = server.mails as [typeof server.mails[0]]
    assert.deepEqual(envelope, { from: 'desk@shop.example', to: ['staff@shop.example'] })
    assert.equal(headers.get('from'), 'The shop <desk@shop.example>')
    assert.equal(headers.get('reply-to'), 'Ann Aal <ann@home.example>')
    assert.match(receipt.reference, /^[0-9A-F]{4}-[0-9A-F]{4}$/)
    assert.equal(headers.get('subject'), `[Workshop] Broken lamp [${receipt.reference}]`)
    assert.match(text, /What was said: The lamp came broken\. Twice\./)
    assert.match(html, /<strong>What was said<\/strong><\/p>\n<p [^>]+>The lamp came broken\. Twice\.<\/p>/)
    for (const body of [text, html]) assert.ok(body.includes(`https://desk.shop.example/?case=${issue.id}`))
  })

  it('is the same mail for mail programs when the same issue comes again', async () => {
    const issue = newIssue()
    const receipts = [await open().send(issue, [], now()), await open().send(issue, [], { ...now(), again: true })]
    assert.equal(new Set(server.mails.map(({ headers }) => headers.get('message-id'))).size, 1)
    assert.equal(receipts[0]!.reference, receipts[1]!.reference)
    assert.equal(open().duplicates, 'possible')
  })

  it('puts what follows under the first mail: messages, and the next level where it was proven to be the same case', async () => {
    const forwarder = open()
    const issue = newIssue({ summary: 'Broken lamp', contact: { name: 'Ann', email: 'ann@home.example' } })
    const receipt = JSON.parse(JSON.stringify(await forwarder.send(issue, [], now()))) as Awaited<ReturnType<typeof forwarder.send>>
    await forwarder.reply!(receipt, { id: 'm1', at: issue.createdAt, from: 'customer', text: 'Still dark.' }, now())
    const next = newIssue({ summary: 'Nobody came', escalation: { of: issue.id, rung: 'lead', level: 2 } })
    const second = await forwarder.send(next, [], { ...now(), earlier: [receipt] })
    const last = newIssue({ summary: 'Still nobody', escalation: { of: next.id, rung: 'head', level: 3 } })
    await forwarder.send(last, [], { ...now(), earlier: [second] })
    // Only the customer's word for it: no proof, no thread.
    await forwarder.send(newIssue({ summary: 'Nobody came', escalation: { of: issue.id, rung: 'lead', level: 2 } }), [], now())
    const [first, message, proven, third, claimed] = server.mails.map(({ headers }) => headers)
    const id = first!.get('message-id')
    assert.match(id!, /^<earshot\.[0-9a-f]{40}@shop\.example>$/)
    for (const later of [message!, proven!]) {
      assert.deepEqual([later.get('in-reply-to'), later.get('references')], [id, id])
      assert.equal(later.get('subject'), `Re: ${first!.get('subject')}`)
    }
    assert.equal(third!.get('subject'), `Re: ${first!.get('subject')}`)
    assert.equal(third!.get('references'), `${id} ${proven!.get('message-id')}`)
    assert.equal(message!.get('reply-to'), 'Ann <ann@home.example>')
    assert.match(server.mails[1]!.text, /The customer writes: Still dark\./)
    assert.deepEqual([claimed!.has('in-reply-to'), claimed!.has('references')], [false, false])
    assert.equal(new Set([id, message!.get('message-id'), proven!.get('message-id'), claimed!.get('message-id')]).size, 4)
  })

  it('lets no text of the customer’s become a header, a recipient or markup', async () => {
    const lines = ['\r\nBcc: thief@evil.example', '\nSubject: Won!', '\r\n\r\n<script>alert(1)</script>', '\r.\r\nRCPT TO:<thief@evil.example>']
    for (const text of [...lines, ...hostileStrings]) {
      const issue = newIssue({
        summary: `x${text}`.slice(0, 140), story: `x${text}`, topic: text, answers: { [text]: text },
        contact: { name: text, email: `ann@home.example${text}` },
      })
      // As strangers send it, with nothing of it checked.
      Object.assign(issue, { id: `id${text}`, contact: { name: text, email: `ann@home.example${text}` } })
      await open().send(issue, [], now())
    }
    assert.equal(server.mails.length, lines.length + hostileStrings.length)
    for (const { headers, envelope, html } of server.mails) {
      assert.deepEqual(envelope, { from: 'desk@shop.example', to: ['staff@shop.example'] })
      assert.deepEqual([...headers.keys()].filter(name => /^(bcc|cc|to|from)$/.test(name)).sort(), ['from', 'to'])
      const replyTo = headers.get('reply-to')
      // One address and one name, whatever they say.
      assert.match(replyTo ?? 'ann@home.example', /^(?:(?:[^@<>\r\n,;:"]+|"[^@\r\n"]+") <ann@home\.[^@<>\s,;:]+>|ann@home\.[^@<>\s,;:]*)$/)
      assert.doesNotMatch(html.replace(/<\/?(?:p|strong|br)(?: dir="auto")?(?: style="white-space: pre-wrap")?>/g, ''), /[<>]/)
    }
  })

  it('takes no name with an address in it for a name', async () => {
    await open().send(newIssue({ contact: { name: 'boss@shop.example', email: 'ann@home.example' } }), [], now())
    assert.doesNotMatch(server.mails[0]!.headers.get('reply-to')!, /boss/)
  })

  it('attaches files byte for byte, and no page or program as one', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>').buffer
    const file = { id: 'f1', name: '../../a\r\nb "x".html', type: 'text/html', size: bytes.byteLength }
    await open().send(newIssue(), [{ ...file, bytes }], now())
    const [sent] = server.mails[0]!.files
    assert.deepEqual([...sent!.bytes], [...new Uint8Array(bytes)])
    assert.equal(sent!.type, 'application/octet-stream')
    assert.doesNotMatch(sent!.name, /[/\\\r\n"]/)
  })

  it('goes without files that are too large, and says so', async () => {
    const large = new ArrayBuffer(300_000)
    await open().send(newIssue(), [{ id: 'f', name: 'film.mov', type: 'a/b', size: large.byteLength, bytes: large }], now())
    const [{ text, files }] = server.mails as [typeof server.mails[0]]
    assert.deepEqual(files, [])
    assert.match(text, /Too large for this mail, in the inbox: film\.mov/)
    await assert.rejects(open().send({ ...newIssue(), story: 'x'.repeat(300_000) }, [], now()), { retry: 'never', code: 'transport/too-large' })
  })

  it('says "never" to what the server will not have as it is, and "later" to all else', async () => {
    const verdict = (forwarder: ReturnType<typeof open>, files: Parameters<typeof forwarder.send>[1] = []) =>
      forwarder.send(newIssue(), files, now()).then(() => 'sent', (error: { retry?: string; code?: string; detail?: string }) => [error.retry, error.code])
    server.mood = 'refuse'
    assert.deepEqual(await verdict(open()), ['never', 'transport/refused'])
    server.refusal = { status: 451, text: 'Greylisted' }
    assert.deepEqual(await verdict(open()), ['later', 'transport/failed'])
    server.mood = 'accept'
    server.mood = 'hang'
    assert.equal((await verdict(open({ timeout: 30 })) as string[])[0], 'later')
    assert.deepEqual(server.mails, [])
  })

  it('sends nothing in the clear unless it is told to', async () => {
    await assert.rejects(email({ ...shop, host: '127.0.0.1', port: server.port, encryption: 'required' }).send(newIssue(), [], now()), { retry: 'later' })
    assert.deepEqual(server.mails, [])
  })

  it('refuses settings that cannot work, when it is made', () => {
    for (const wrong of [{ host: '' }, { host: 'a b' }, { from: 'nobody' }, { from: 'a@b.example\r\nBcc: c@d.example' }, { to: [] }, { to: 'nobody' }, { encryption: 'maybe' as never }]) {
      assert.throws(() => open(wrong), { code: 'transport/wrong-option' })
    }
  })
})

describe('a mail server that wants to know who writes', () => {
  it('is told, and waits for better settings where it does not believe it; the password is in no error', async () => {
    const server = await startMail({ strict: true })
    const open = (pass: string) => email({ ...shop, host: '127.0.0.1', port: server.port, user: 'desk', pass })
    await open(desk.pass).send(newIssue(), [], now())
    assert.equal(server.mails.length, 1)
    await assert.rejects(open('geheim-8').send(newIssue(), [], now()), (error: Error & { retry?: string; code?: string }) => {
      assert.deepEqual([error.retry, error.code], ['later', 'transport/unauthorized'])
      assert.doesNotMatch(JSON.stringify([error.message, error]), /geheim|Z2VoZWlt/)
      return true
    })
    await server.stop()
  })
})
