// What editors read of the elements: the manifest, VS Code's custom data, JetBrains' web-types.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { roster } from '../../src/elements/roster.ts'
import { read } from '../docs/blocks.ts'

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

  it('know the custom properties, and no default that is none', () => {
    const css = built('vscode.css-custom-data.json') as { properties: { name: string }[] }
    assert.ok(css.properties.some(({ name }) => name === '--earshot-accent'))
    assert.doesNotMatch(read('dist/vscode.html-custom-data.json'), /default: undefined/)
  })
})
