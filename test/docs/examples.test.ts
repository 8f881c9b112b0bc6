// The examples people copy: every one is parsed, and those that can run do.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Validator } from '@cfworker/json-schema'
import { transform } from 'esbuild'
import { parse } from 'parse5'
import { buildIndex } from '../../src/cli/build-index.ts'
import { checkRung } from '../../src/core/escalation/check-rung.ts'
import { checkForms } from '../../src/core/forms/check-forms.ts'
import { issueJsonSchema } from '../../src/core/issue/json-schema.ts'
import { validateIssue } from '../../src/core/issue/validate.ts'
import { safePattern } from '../../src/core/support/safe-pattern.ts'
import { readChallenge } from '../../src/core/transports/read-challenge.ts'
import { readReceipt } from '../../src/core/transports/read-receipt.ts'
import { readAsks } from '../../src/desk/ask-settings.ts'
import { checkConfig } from '../../src/desk/check-config.ts'
import { configChecks } from '../../src/core/settings/setting-checks.ts'
import { configSchema } from '../../src/desk/config-schema.ts'
import { redactionSettings } from '../../src/desk/redaction-settings.ts'
import { readSignalSettings } from '../../src/desk/signal-settings.ts'
import { parts } from '../../src/elements/shared/looks/parts.ts'
import { roster } from '../../src/elements/roster.ts'
import { en } from '../../src/locale/en.ts'
import type { Identity } from '../../src/receiver/identity.ts'
import { staffMessage } from '../../src/receiver/inbox-issues.ts'
import { root } from '../house/laws/sources.ts'
import { blocksOf, papers, read } from './blocks.ts'
import { bundle, layOut, typeErrors } from './examples.ts'
import { atHand, moduleOf, snippets } from './snippets.ts'

// The lines for each framework are built and used in a browser: test/apps.
const all = papers().filter(path => path !== 'docs/frameworks.md').flatMap(path => blocksOf(path, read(path)))
const written = (language: string) => all.filter(block => block.language === language)
const named = (name: string) => {
  const block = all.find(each => each.name === name)
  assert.ok(block, `an example called ${name}`)
  return block
}
const folder = join(root, 'test-results', 'docs')
const files = layOut(folder, written('ts'))
const fileOf = (name: string) => files.find(file => file.endsWith(`/${named(name).name}`))!
const valid = (schema: object, value: unknown) => new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12').validate(value)

describe('An example in the documentation', () => {
  it('is in a language that somebody checks', () => {
    const checked = ['sh', 'js', 'ts', 'json', 'yaml', 'jsonc', 'html', 'css', 'http', 'markdown']
    assert.deepEqual(all.filter(({ language }) => !checked.includes(language)).map(({ place, language }) => `${place} ${language}`), [])
    assert.ok(all.length > 10)
  })

  it('in JavaScript can be parsed', async () => {
    for (const { place, text } of written('js')) await assert.doesNotReject(transform(text), place)
  })

  it('in JavaScript that stands for itself is what the compiler believes', () => {
    const lines = join(root, 'test-results', 'snippets')
    const named = snippets.map((snippet, index) => ({ place: snippet.place, name: `snippet-${index}.ts`, text: moduleOf(snippet, 'this: HTMLElement & { shadowRoot: ShadowRoot }') }))
    const files = layOut(lines, [...named, { place: '', name: 'at-hand.ts', text: atHand }].map(each => ({ ...each, language: 'ts' })))
    const places = new Map(named.map(({ name, place }) => [`test-results/snippets/${name}:`, place]))
    // Laxer than the library is written: what it says of that is no reader's business.
    const errors = typeErrors(files, { lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], noImplicitAny: false, noUnusedLocals: false })
    assert.deepEqual(errors.flatMap(line => [...places].filter(([file]) => line.startsWith(file)).map(([file, place]) => place + line.slice(file.length))), [])
  })

  it('in TypeScript is what the compiler believes', () => {
    assert.deepEqual(typeErrors(files), [])
  })

  it('in CSS can be parsed, and styles parts that the element documents', async () => {
    for (const { place, text } of written('css')) {
      assert.deepEqual((await transform(text, { loader: 'css' })).warnings, [], place)
      for (const [, tag = '', part = ''] of text.matchAll(/([a-z]+-[a-z-]+)::part\(([\w-]+)\)/g)) {
        const name = tag.replace('earshot-', '')
        assert.ok(parts.some(each => each.part === part) || read(`src/elements/${name}/${name}.ts`).includes(`@csspart ${part} `), `${place}: ${tag} has no part ${part}`)
      }
    }
  })

  it('in JSON is of the kind it says', () => {
    for (const { place, name, text } of written('json')) {
      const value = JSON.parse(text) as Record<string, unknown>
      if (name === 'earshot.json') assert.deepEqual(valid(configSchema, value).errors, [], place)
      else if (name === 'issue') {
        assert.deepEqual(valid(issueJsonSchema(), value).errors, [], place)
        assert.equal(validateIssue(value).ok, true, place)
      } else if (name === 'receipt') {
        const { challenge, ...receipt } = value
        assert.deepEqual(readReceipt(value, String(value['id']), ''), receipt, place)
        assert.equal(readChallenge(challenge) === undefined, challenge === undefined, place)
      } else if (name === 'question') {
        const { kind, fields } = staffMessage(value as Parameters<typeof staffMessage>[0], 0)
        assert.deepEqual({ kind, fields }, { kind: 'question', fields: value['fields'] }, place)
      } else assert.fail(`${place}: say what it is: earshot.json, issue, receipt or question`)
    }
  })

  it('of settings has no problem, right hours, and messages that exist', async () => {
    const problems: unknown[] = []
    const settings = checkConfig(JSON.parse(all.find(({ name, place }) => name === 'earshot.json' && place.startsWith('docs/on-your-site.md'))!.text), 'en', 'https://shop.example/', problem => problems.push(problem))
    const { ladder = [] } = settings
    assert.deepEqual([...problems, ...ladder.flatMap((rung, index) => checkRung(rung, `/ladder/${index}`))], [])
    assert.deepEqual(Object.keys(settings.messages).filter(key => !Object.hasOwn(en, key)), [])
    assert.equal(ladder.length, 3)
    for (const { place, text } of all.filter(({ name }) => name === 'earshot.json')) {
      const tell = (problem: object) => void problems.push({ place, ...problem })
      const { signals, asks, forms, fieldTypes, redaction, details } = checkConfig(JSON.parse(text), 'en', 'https://shop.example/', tell)
      readSignalSettings(signals, tell)
      readAsks(asks ?? [], tell)
      checkForms(forms, { locale: 'en', fieldTypes, tell })
      await redactionSettings(redaction, tell)
      for (const { pattern = '' } of details ?? []) if ('reason' in safePattern(pattern)) tell({ pattern })
    }
    assert.deepEqual(problems, [])
  })

  it('in HTML is well-formed, with elements and attributes that exist', () => {
    interface Node { nodeName: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] }
    for (const { place, text } of written('html')) {
      const errors: string[] = []
      const visit = ({ nodeName, attrs = [], childNodes = [] }: Node): void => {
        if (nodeName.includes('-')) assert.ok(Object.hasOwn(roster, nodeName), `${place}: <${nodeName}>`)
        for (const { name } of nodeName === 'script' ? attrs.filter(({ name }) => name.startsWith('data-')) : []) {
          const key = name.slice(5).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
          assert.ok(key === 'config' || Object.hasOwn(configChecks, key), `${place}: ${name}`)
        }
        childNodes.forEach(visit)
      }
      visit(parse(`<!doctype html><title>x</title>${text}`, { onParseError: ({ code }) => void errors.push(code) }) as unknown as Node)
      assert.deepEqual(errors, [], place)
    }
  })

  it('of an article can be indexed, and nothing in its front matter is left out', async () => {
    const out = await mkdtemp(join(tmpdir(), 'earshot-docs-'))
    const { name, text } = named('returns.md')
    const dir = join(folder, 'help')
    await mkdir(dir, { recursive: true })
    await writeFile(join(dir, name), text)
    // It is related to these.
    for (const related of ['refunds.md', 'exchange.md']) await writeFile(join(dir, related), 'Words')
    const warnings: unknown[] = []
    const report = await buildIndex({ dir, out, onWarning: warning => warnings.push(warning) })
    assert.deepEqual([warnings, [...report.articles]], [[], [['en', 3]]])
    await rm(out, { recursive: true })
  })

  it('of a token is one that the example of a receiver lets in, and names the customer', async () => {
    const run = async (name: string) => import(await bundle(fileOf(name))) as Promise<Record<string, unknown>>
    process.env['EARSHOT_SECRET'] = 'thirty-two bytes or more, please'
    try {
      const { tokenFor } = await run('token.ts') as { tokenFor: (customer: { id: string }) => Promise<string> }
      const { identity } = await run('identity.ts') as { identity: Identity }
      const token = await tokenFor({ id: 'customer-17' })
      assert.equal((await identity(token))?.['sub'], 'customer-17')
      assert.equal(await identity(`${token}AAAA`), undefined)
    } finally {
      delete process.env['EARSHOT_SECRET']
    }
  })

  it('of a server takes an issue in, and shows it to staff only', async () => {
    const port = await freePort()
    const data = await mkdtemp(join(tmpdir(), 'earshot-docs-'))
    const { DATABASE_URL: _, ...env } = process.env
    const server = spawn(process.execPath, [await bundle(fileOf('server.ts'))], { cwd: data, env: { ...env, PORT: String(port) }, stdio: 'ignore' })
    const gone = once(server, 'exit')
    try {
      const at = `http://127.0.0.1:${port}`
      const issue = named('issue').text
      const { id, reference } = (await answered(() =>
        fetch(`${at}/issues`, { method: 'POST', body: issue, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': JSON.parse(issue).id } }),
      )) as { id: string; reference: string }
      assert.equal(id, JSON.parse(issue).id)
      const list = async (cookie: string) => fetch(`${at}/inbox/issues`, { headers: { cookie } })
      assert.equal((await list('')).status, 401)
      const { issues } = await (await list('staff=yes')).json() as { issues: { reference: string }[] }
      assert.deepEqual(issues.map(each => each.reference), [reference])
    } finally {
      server.kill()
      await gone
      await rm(data, { recursive: true, force: true })
    }
  })
})

async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise(done => probe.close(done))
  return port
}

/** The JSON of the first answer, once the server is up. */
async function answered(ask: () => Promise<Response>): Promise<unknown> {
  const until = Date.now() + 60_000
  for (;;) {
    try {
      const answer = await ask()
      assert.equal(answer.status, 201)
      return await answer.json()
    } catch (error) {
      if (error instanceof assert.AssertionError || Date.now() > until) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

// They register their own promises, by their own titles.
for (const name of ['tickets.test.ts', 'handbook.test.ts']) await import(await bundle(fileOf(name)))
