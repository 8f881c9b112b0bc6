import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Examination } from '../../../src/cli/doctor/finding.ts'
import { openDatabase } from '../../../src/receiver/open-database.ts'
import type { Database } from '../../../src/receiver/query.ts'
import { commanded, examined, openSite, settings } from './site.ts'

let database: Database
before(async () => { database = await openDatabase(undefined) })
after(() => database.close())
const query: Database['query'] = (text, values) => database.query(text, values)

/** Codes of what is to mend on a site that differs so. */
async function codesOf(changes: Parameters<typeof openSite>[1], ...args: string[]): Promise<{ code: number; codes: (string | undefined)[]; texts: string; report: Examination }> {
  const site = await openSite(query, changes)
  try {
    const { code, out } = await examined(site.url, '--json', ...args)
    const report = JSON.parse(out) as Examination
    const wrong = report.findings.filter(({ ok }) => !ok)
    return { code, codes: wrong.map(finding => finding.code), texts: wrong.map(({ text }) => text).join('\n'), report }
  } finally {
    await site.close()
  }
}

const withTag = (tag: string) => ({ '/': `<!doctype html><html lang="en">${tag}` })
const withPolicy = (policy: string) => ({
  '/': new Response('<!doctype html><script async src="/earshot.js" data-config="/earshot.json"></script>', { headers: { 'content-type': 'text/html', 'content-security-policy': policy } }),
})
const withSettings = (changes: object) => ({ '/earshot.json': { ...settings, ...changes } })

describe('earshot doctor', () => {
  it('finds a site in order, sends one marked message, and reads its answer', async () => {
    const site = await openSite(query)
    const { code, out, err } = await examined(site.url)
    await site.close()
    assert.deepEqual([code, err], [0, ''], out)
    assert.match(out, /A test message was accepted in 0 ms \(reference /)
    assert.match(out, /The answer came back in 0 ms\./)
    assert.match(out, /A person is 2 clicks away: Help, Talk to a person \(The workshop\)\./)
    assert.match(out, /The workshop: Reached by the form; always, an answer is promised by Mon.* 14:00 \(Europe\/Berlin\)\./)
    assert.match(out, /Ilse: Reached at tel:\+4938345550142; open now\./)
    assert.match(out, /Marit: Reached at mailto:marit@shop\.example; always\./)
    assert.match(out, /All is well[^\n]+\nAccepted in 0 ms, answered in 0 ms, 2 clicks to a person, 3 of 3 can be reached now\.\n$/)
    assert.ok(!out.includes('TO MEND'))
    assert.ok(out.split('\n').length <= 40, 'on one screen')
    assert.deepEqual((await site.rows('kind, form, synthetic')), [{ kind: 'question', form: 'self-test', synthetic: true }])
  })

  it('says the same to machines, in one line', async () => {
    const { code, report } = await codesOf({})
    assert.equal(code, 0)
    assert.deepEqual(report.measures, {
      pageMs: 0, acceptedMs: 0, answeredMs: 0, clicks: 2, rungs: 3, open: 3, opensAt: Date.parse('2026-11-23T09:00:00Z'), articles: 0,
    })
    assert.equal((report as unknown as { ok: boolean }).ok, true)
  })

  it('sends nothing with --no-send', async () => {
    const site = await openSite(query)
    const { code, out } = await examined(site.url, '--no-send')
    await site.close()
    assert.deepEqual([code, await site.rows('id')], [0, []])
    assert.doesNotMatch(out, /test message/)
    assert.deepEqual(site.asked.filter(line => line.startsWith('POST')), [])
  })

  it('says when somebody who is not there is there again, in their zone', async () => {
    const { report, code } = await codesOf(withSettings({ ladder: [{ ...settings.ladder[1], hours: 'Mo 14:00-17:00' }] }))
    assert.equal(code, 0)
    assert.ok(report.findings.some(({ text }) => /^Ilse: .*closed now, opens Mon.* 14:00 \(Europe\/Berlin\)\.$/.test(text)), JSON.stringify(report.findings))
    assert.deepEqual([report.measures.open, report.measures.opensAt], [0, Date.parse('2026-11-23T13:00:00Z')])
  })

  const json = (value: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json', ...headers } })
  const broken: [what: string, changes: Parameters<typeof openSite>[1], codes: string[], text: RegExp][] = [
    ['a page that is not there', { '/': undefined }, ['page/unreachable'], /answers 404/],
    ['a page without the tag', withTag('<h1>Hi'), ['page/no-script'], /desk\.selfTest/],
    ['two tags', withTag('<script src="/earshot.js" data-config="/earshot.json"></script><script src="/earshot.js"></script>'), ['loader/twice'], /2 script tags/],
    ['a script that is not there', { '/earshot.js': undefined }, ['script/unreachable'], /earshot\.js answers 404/],
    ['a script without its folder', { '/earshot/app.js': undefined }, ['script/unreachable'], /earshot\/app\.js answers 404.*beside/],
    ['another script of that name', { '/earshot.js': 'alert(1)' }, ['script/foreign'], /not Earshot's/],
    ['a script that comes as a page', { '/earshot.js': new Response('x', { headers: { 'content-type': 'text/html' } }) }, ['script/wrong-type'], /text\/javascript/],
    ['settings that are not JSON', { '/earshot.json': '{ "endpoint": ' }, ['config/unreachable', 'transport/no-endpoint', 'ladder/no-person'], /is not JSON/],
    ['settings that are not there', { '/earshot.json': undefined }, ['config/unreachable', 'transport/no-endpoint', 'ladder/no-person'], /answers 404/],
    ['a setting nobody knows', withSettings({ endpont: '/issues' }), ['config/unknown-key'], /did you mean "endpoint"/],
    ['a wrong value', withSettings({ placement: 'middle' }), ['config/wrong-value'], /"placement" must be/],
    ['no endpoint', withSettings({ endpoint: undefined }), ['transport/no-endpoint'], /stays on their device/],
    ['an endpoint that is not there', withSettings({ endpoint: '/gone' }), ['endpoint/unreachable', 'transport/not-found'], /gone answers 404/],
    ['an endpoint that answers with a page', { ...withSettings({ endpoint: '/login' }), '/login': '<h1>Log in' }, ['transport/not-a-receipt'], /not accepted/],
    ['an endpoint that is broken', { '/issues': new Response('', { status: 500 }) }, ['endpoint/unreachable', 'transport/failed'], /answers 500/],
    ['hours that cannot be read', withSettings({ ladder: [{ ...settings.ladder[1], hours: 'Moonday' }] }), ['ladder/bad-hours'], /Moonday/],
    ['a zone nobody knows', withSettings({ ladder: [{ ...settings.ladder[1], timeZone: 'Europe/Atlantis' }] }), ['ladder/bad-time-zone'], /Atlantis/],
    ['a rung that never opens', withSettings({ ladder: [{ ...settings.ladder[1], hours: 'Mo off' }] }), ['ladder/never-open'], /400 days/],
    ['a telephone number that is none', withSettings({ ladder: [{ ...settings.ladder[1], to: 'ask Ilse' }] }), ['ladder/foreign-address'], /telephone number/],
    ['a mail address that is none', withSettings({ ladder: [{ ...settings.ladder[2], to: 'marit' }] }), ['ladder/foreign-address'], /e-mail address/],
    ['a link that leads nowhere', withSettings({ ladder: [{ id: 'forum', name: 'Forum', kind: 'link', to: '/forum' }] }), ['ladder/no-answer'], /Forum: .*forum answers 404/],
    ['nobody on the ladder', withSettings({ ladder: [] }), ['ladder/no-person'], /names nobody/],
    ['an index that is not there', { '/help/index.json': undefined }, ['articles/unreachable'], /answers 404/],
    ['an index that is none', { '/help/index.json': json({ version: 1 }) }, ['articles/unreachable'], /cannot be searched/],
    ['a policy without the script', withPolicy("script-src https://cdn.example; connect-src 'self'"), ['policy/forbidden', 'policy/forbidden'], /earshot\.js: add 'self' to script-src/],
    ['a policy that trusts no address', withPolicy("script-src 'nonce-abc' 'strict-dynamic' 'self'"), ['policy/forbidden', 'policy/forbidden'], /give the tag of earshot\.js the nonce/],
    ['a policy without the endpoint', withPolicy("default-src 'none'; script-src 'self'"), ['policy/forbidden'], /issues: add 'self' to connect-src/],
    ['a policy without our Trusted Types', withPolicy("require-trusted-types-for 'script'; trusted-types dompurify"), ['policy/trusted-types'], /without earshot-lit: add it/],
  ]
  for (const [what, changes, codes, text] of broken) {
    it(`finds ${what}`, async () => {
      const found = await codesOf(changes)
      assert.deepEqual(found.codes, codes, found.texts)
      assert.match(found.texts, text)
      assert.equal(found.code, 1)
    })
  }

  it('finds an endpoint of another origin that lets no page of this one send, and one that does', async () => {
    const report = async (cors: '*' | []) => {
      const desk = await openSite(query, {}, { cors })
      const { code, report } = await codesOf(withSettings({ endpoint: `${desk.url}issues` }))
      await desk.close()
      return { code, said: report.findings.filter(({ part }) => part === 'line').map(({ text }) => text)[0], codes: report.findings.flatMap(({ code = [] }) => code) }
    }
    const [open, closed] = [await report('*'), await report([])]
    assert.deepEqual([open.code, open.codes, closed.code, closed.codes], [0, [], 1, ['endpoint/cors']])
    assert.match(open.said!, /lets pages of http:\/\/127/)
    assert.match(closed.said!, /browsers will refuse/)
  })

  it('says what a policy lacks for a proof of work, and finds nothing wrong with that', async () => {
    const said = async (policy: string) => {
      const { code, report } = await codesOf(withPolicy(policy))
      assert.equal(code, 0)
      return report.findings.filter(({ text }) => text.includes('proof of work')).map(({ text }) => /add (.+): then/.exec(text)?.[1])
    }
    assert.deepEqual(await said("script-src 'self'; trusted-types earshot-lit dompurify; worker-src 'none'"), ["earshot-worker to trusted-types and 'self' to worker-src"])
    assert.deepEqual(await said("script-src 'self'; trusted-types earshot-lit dompurify earshot-worker"), [])
  })

  it('finds that nobody listens there at all', async () => {
    const site = await openSite(query)
    await site.close()
    const { code, out } = await examined(site.url)
    assert.equal(code, 1)
    assert.match(out, /TO MEND {2}http:\/\/127\.0\.0\.1:\d+\/ does not answer \(ECONNREFUSED\)\. \[page\/unreachable\]/)
  })

  it('lets the attributes of the tag win over the file, and reads flags as HTML has them', async () => {
    const { code, report } = await codesOf({
      ...withTag('<script src="/earshot.js" data-config="/earshot.json" data-endpoint="/issues" data-without-launcher></script>'), ...withSettings({ endpoint: '/gone' }),
    })
    assert.equal(code, 0)
    assert.ok(report.findings.some(({ text }) => text.includes('your own button')))
  })

  it('refuses with 2 what it does not know, saying why, and says how it is used', async () => {
    const table: [args: string[], why: RegExp][] = [
      [[], /which page/], [['shop.example'], /not an address/], [['ftp://shop.example/'], /not an address/], [['https://a.example', 'https://b.example'], /one address/],
      [['https://a.example', '--timeout', 'soon'], /--timeout/], [['https://a.example', '--loud'], /--loud/],
    ]
    for (const [args, why] of table) {
      const { code, out, err } = await commanded('doctor', ...args)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, why)
    }
    const { code, out } = await commanded('doctor', '--help')
    assert.equal(code, 0)
    assert.match(out, /^earshot doctor URL \[options\]/)
  })
})
