// What the README says of the code is compared with the code.
import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, it } from 'node:test'
import { provingPolicy, shopPolicy } from '../../demo/server/security.ts'
import { run } from '../../src/cli/run.ts'
import { builtInFields } from '../../src/core/forms/built-in.ts'
import { kindOf } from '../../src/core/forms/kind-of.ts'
import { configChecks } from '../../src/core/settings/setting-checks.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import * as events from '../../src/elements/shared/events.ts'
import * as panelEvents from '../../src/elements/shared/panel-events.ts'
import { roster } from '../../src/elements/roster.ts'
import { owners } from '../house/laws/packages.ts'
import { root } from '../house/laws/sources.ts'
import { budgets, chunkFolder } from '../size/budgets.ts'
import { brotli, measure } from '../size/measure.ts'
import { codes, papers, read, tableUnder } from './blocks.ts'

const readme = read('README.md')
const pkg = JSON.parse(read('package.json')) as Record<'dependencies' | 'peerDependencies' | 'scripts', Record<string, string>>
const [site, app, articles, sizes] = ['on-your-site', 'in-an-app', 'articles', 'sizes'].map(name => read(`docs/${name}.md`)) as [string, string, string, string]
const firsts = (header: string, text: string) => tableUnder(text, header).flatMap(([first = '']) => codes(first))
const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
const sorted = (names: Iterable<string>) => [...names].sort()

describe('The documentation', () => {
  it('links to nothing that is not there', () => {
    // The build makes these.
    const made = /^(dist\/|docs\/pictures\/(home|article|form|receipt|phone-dark|inbox)\.png$)/
    const lost = papers().flatMap(path => [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, href = '']) => href)
      .filter(href => !/^https?:|^#/.test(href))
      .map(href => posix.join(dirname(path), href.replace(/#.*/, '')))
      .filter(target => !made.test(target) && !existsSync(join(root, target)))
      .map(target => `${path}: ${target}`))
    assert.deepEqual(lost, [])
  })

  it('leads to headings that are there', () => {
    const anchorOf = (title: string) => title.toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-')
    const anchors = (path: string) => [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))
    const lost = papers().flatMap(path => [...read(path).matchAll(/\]\((?!https?:)([^)\s#]*)#([^)]+)\)/g)]
      .filter(([, file = '', anchor = '']) => !anchors(file ? posix.join(posix.dirname(path), file) : path).includes(anchor))
      .map(([link]) => `${path}: ${link}`))
    assert.deepEqual(lost, [])
  })

  it('names scripts that exist', () => {
    const named = papers().flatMap(path => [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(match => match[1]!))
    assert.deepEqual(named.filter(name => !Object.hasOwn(pkg.scripts, name)), [])
    for (const command of ['npm ci && npm start', 'npm ci && npm test']) assert.ok(readme.includes(`\n${command}\n`), command)
  })
})

describe('The page about forms', () => {
  it('has the fields of each built-in form, in their order', () => {
    const rows = tableUnder(read('docs/forms.md'), 'form')
    assert.equal(rows.length, 6)
    for (const [form = '', asks = '', makes = ''] of rows) {
      const [[id = ''], [kind = '']] = [codes(form), codes(makes)]
      assert.equal(kindOf(id, []), kind, id)
      assert.deepEqual(codes(asks).filter(name => name !== 'ladder'), builtInFields(id, kind).map(({ name }) => name), id)
    }
  })
})

describe('The page about apps', () => {
  it('has every element, and no other', () => {
    assert.deepEqual(sorted(firsts('element', app)), sorted(Object.keys(roster).map(tag => `<${tag}>`)))
  })

  it('says of each event what is true of it', () => {
    const classes = Object.values({ ...events, ...panelEvents }).filter(Class => Class !== panelEvents.BrowserEvent) as unknown as (new (...given: unknown[]) => Event)[]
    const said = new Map(tableUnder(app, 'event').map(([name = '', fields = '', bubbles, stops]) => [codes(name)[0], { fields: codes(fields), bubbles, stops }]))
    assert.equal(said.size, classes.length)
    for (const Class of classes) {
      const event = new Class({}, {})
      assert.deepEqual(said.get(event.type), {
        fields: Object.keys(event).filter(key => key !== 'isTrusted'),
        bubbles: event.bubbles ? 'yes' : 'no',
        stops: event.cancelable ? 'yes' : '',
      }, event.type)
      assert.equal(event.composed, event.bubbles, event.type)
    }
  })

  it('has every verb of a desk', () => {
    const desk = createDesk({ desk: 'readme', endpoint: 'https://shop.example/issues' })
    assert.deepEqual(sorted(firsts('verb', app).map(verb => verb.replace(/\(.*/, ''))), sorted(Object.keys(desk)))
    desk.dispose()
  })
})

describe('The page about sites', () => {
  it('has every setting, and every attribute is one', () => {
    const attributes = firsts('attribute', site).map(name => camel(name.replace('data-', ''))).filter(name => name !== 'config')
    assert.deepEqual(sorted(firsts('key', site).filter(key => Object.hasOwn(configChecks, key))), sorted(Object.keys(configChecks)))
    assert.deepEqual(attributes.filter(key => !Object.hasOwn(configChecks, key)), [])
    assert.equal(attributes.length, 9)
  })

  it('lists the custom properties that the widget documents', () => {
    const documented = [...read('src/elements/widget/widget.ts').matchAll(/@cssprop \[(--[\w-]+)/g)].map(match => match[1]!)
    assert.deepEqual(sorted(new Set(codes(read('docs/themes.md').replace(/^```[^]*?^```/gm, '')).filter(code => /^--earshot-\w/.test(code)))), sorted(documented))
  })

  it('names the Trusted Types policies that the demonstration allows', () => {
    assert.ok(read('docs/content-security-policy.md').includes('earshot-lit dompurify'))
    assert.match(shopPolicy, /trusted-types earshot-lit dompurify$/)
    assert.ok(tableUnder(read('docs/spam.md'), 'directive').some(([name, value = '']) => name === '`trusted-types`' && value.includes('`earshot-worker`')))
    assert.match(provingPolicy, /worker-src 'self'; trusted-types earshot-lit dompurify earshot-worker$/)
  })
})

describe('The README', () => {
  it('counts the demonstration’s articles', () => {
    const count = (locale: string) => globSync(`demo/articles/${locale}/*.md`, { cwd: root }).length
    assert.ok(readme.replace(/\s+/g, ' ').includes(`${count('en')} articles in English, ${count('de')} in German`))
  })

  it('has the front matter that the command reads', async () => {
    let help = ''
    await run(['--help'], { out: text => void (help += text), err: () => {}, terminal: false, now: () => 0, stop: new AbortController().signal })
    const known = /Front matter \([^)]*\): ([^.]+)\./.exec(help)?.[1]?.split(/,\s+/)
    const table = articles.slice(articles.indexOf('Front matter is optional'))
    assert.deepEqual(sorted(tableUnder(table, 'key').flatMap(([first = '']) => codes(first))), sorted(known ?? []))
  })

  it('names every package that is installed, or compiled in', () => {
    assert.deepEqual(sorted(firsts('package', readme)), sorted(Object.keys(pkg.dependencies)))
    // Node is not installed, and a name that is known only when it runs is none; the last makes the published schema, in the build.
    const used = Object.keys(owners).filter(name => !['node', '?', '@valibot/to-json-schema'].includes(name))
    const compiledIn = used.filter(name => !Object.hasOwn(pkg.dependencies, name) && !Object.hasOwn(pkg.peerDependencies, name))
    const [, list = ''] = /These are compiled in[^:]*:\n((?:- .+\n)+)/.exec(readme) ?? []
    assert.deepEqual(sorted(codes(list)), sorted(compiledIn))
  })

  it('and the page about sizes say how large things are, give or take a third of a kilobyte', () => {
    const scripts = globSync(['*.js', `${chunkFolder}*.js`], { cwd: join(root, 'dist') })
    const built = new Map(scripts.map(name => [name.replaceAll('\\', '/'), readFileSync(join(root, 'dist', name), 'utf8')]))
    assert.ok(built.size > 0, 'dist/ is there: npm run build')
    const near = (what: string, said: string | undefined, bytes: number) =>
      assert.ok(Math.abs(parseFloat(said ?? '') * 1000 - bytes) < 333, `${what}: it says ${said}, it is ${(bytes / 1000).toFixed(1)} kB`)
    const rows = tableUnder(readme, 'in all')
    for (const [index, { name, size, limit }] of measure(built, budgets).entries()) {
      near(name, rows[index]?.[1], size)
      assert.equal(parseFloat(rows[index]?.[2] ?? '') * 1000, limit, name)
    }
    for (const [chunk = '', , said] of tableUnder(sizes, 'chunk')) {
      const name = chunkFolder + codes(chunk)[0]
      near(name, said, brotli(built.get(name) ?? ''))
    }
  })
})
