// What editors read of the elements: the manifest, VS Code's custom data, JetBrains' web-types.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { roster } from '../../src/elements/roster.ts'
import { read } from '../docs/blocks.ts'
import { root } from '../house/laws/sources.ts'

const built = (name: string) => JSON.parse(read(`dist/${name}`)) as never
const tags = Object.keys(roster).sort()
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort()

describe('Editors', () => {
  it('find a manifest that its validator passes', async () => {
    const { testComponents, failures } = await import('@wc-toolkit/cem-validator')
    testComponents(built('custom-elements.json'))
    const said = failures.filter(({ severity }) => severity === 'error').map(({ message }) => message)
    // It looks for types in the module of the element; they are at the door of the package.
    const door = [...read('src/index.ts').matchAll(/from '\.\/([^']+)'/g)].map(([, path]) => read(`src/${path}`)).join('\n') + read('src/index.ts')
    const isAtTheDoor = (message: string) => {
      const [, type] = /is missing exported type "(\w+)"/.exec(message) ?? []
      return type !== undefined && new RegExp(`export (?:type|interface|class|const) ${type}\\b|export type \\{[^}]*\\b${type}\\b`).test(door)
    }
    assert.deepEqual(said.filter(message => !isAtTheDoor(message)), [])
  })

  it('know every tag and its attributes', () => {
    const html = built('vscode.html-custom-data.json') as { tags: { name: string; attributes: { name: string; values?: unknown[] }[] }[] }
    assert.deepEqual(names(html.tags), tags)
    const rating = html.tags.find(({ name }) => name === 'earshot-rating')!
    assert.deepEqual(names(rating.attributes).filter(name => ['for', 'scale', 'question', 'topic', 'anchored', 'desk'].includes(name)).length, 6)
    const web = built('web-types.json') as { name: string; contributions: { html: { elements: { name: string }[] } } }
    assert.equal(web.name, 'earshot')
    assert.deepEqual(names(web.contributions.html.elements), tags)
  })

  it('know no attribute that an element never reads, and each that it does', async () => {
    const { modules } = built('custom-elements.json') as { modules: { path: string; declarations: [{ name: string; attributes: { name: string }[] }] }[] }
    for (const { path, declarations: [{ name, attributes }] } of modules) {
      const classes = await import(join(root, 'dist', path)) as Record<string, { observedAttributes: string[] }>
      const folder = path.replace('.js', '')
      const sources = globSync(join(root, 'src', folder, '*.ts')).map(file => readFileSync(file, 'utf8')).join('\n')
      const read = [...sources.matchAll(/#?widget\.getAttribute\('([\w-]+)'\)|this\.getAttribute\('([\w-]+)'\)/g)].map(([, one, other]) => (one ?? other)!)
      assert.deepEqual(names(attributes), [...new Set([...classes[name]!.observedAttributes, ...read])].sort(), path)
    }
  })

  it('know of what class each event is', () => {
    const { modules } = built('custom-elements.json') as { modules: { declarations: { tagName: string; events?: { name: string; type?: { text: string } }[] }[] }[] }
    const untyped = modules.flatMap(({ declarations }) => declarations).flatMap(({ tagName, events = [] }) =>
      events.filter(({ type }) => !/^Earshot\w+Event$/.test(type?.text ?? '')).map(({ name }) => `${tagName}: ${name}`))
    assert.deepEqual(untyped, [])
  })

  it('know the custom properties, and no default that is none', () => {
    const css = built('vscode.css-custom-data.json') as { properties: { name: string }[] }
    assert.ok(css.properties.some(({ name }) => name === '--earshot-accent'))
    assert.doesNotMatch(read('dist/vscode.html-custom-data.json'), /default: undefined/)
  })
})
