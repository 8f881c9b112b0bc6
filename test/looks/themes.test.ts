import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { configSchema } from '../../src/desk/config-schema.ts'
import { contrast, over, type Rgb } from '../../src/elements/shared/looks/colour.ts'
import { parts } from '../../src/elements/shared/looks/parts.ts'
import { schemes, themeTokens, type Token } from '../../src/elements/shared/looks/theme-tokens.ts'
import { codes, read, tableUnder } from '../docs/blocks.ts'
import { root } from '../house/laws/sources.ts'

const files = globSync('src/themes/*.css', { cwd: root }).sort()
const declared = (css: string) => new Map([...css.matchAll(/--earshot-([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
const defaults = declared(Object.entries<Token>(themeTokens).map(([name, { initial }]) => `--earshot-${name}: ${initial};`).join(''))

function rgb(hex: string): Rgb {
  const long = hex.length === 4 ? `#${[...hex.slice(1)].map(digit => digit + digit).join('')}` : hex
  return [1, 3, 5].map(at => parseInt(long.slice(at, at + 2), 16) / 255) as unknown as Rgb
}

/** The colours of a theme in one scheme. */
function colours(tokens: Map<string, string>, scheme: 'light' | 'dark') {
  return (name: string): Rgb => {
    const [, light, dark] = /light-dark\((#[\da-f]{3,6}), (#[\da-f]{3,6})\)/.exec(tokens.get(name) ?? '') ?? assert.fail(`${name}: ${tokens.get(name)}`)
    return rgb(scheme === 'light' ? light! : dark!)
  }
}

describe('Each theme', () => {
  it('is one of the four that are documented', () => {
    const named = tableUnder(read('docs/themes.md'), 'theme').flatMap(([name = '']) => codes(name))
    assert.deepEqual(files.map(file => basename(file, '.css')), named.sort())
  })

  for (const [name, text] of [['the default', ''], ...files.map(file => [basename(file, '.css'), readFileSync(join(root, file), 'utf8')] as const)] as const) {
    const tokens = text ? declared(text) : defaults
    const text4 = name === 'contrast' ? 7 : 4.5

    it(`${name}: text, the accent and errors can be read, and the edges of fields be seen, in both schemes`, () => {
      for (const scheme of ['light', 'dark'] as const) {
        const colour = colours(tokens, scheme)
        const enough = (one: string, ground: Rgb, least: number) => {
          const found = contrast(colour(one), ground)
          assert.ok(found >= least, `${name}, ${scheme}: ${one} has ${found.toFixed(2)}:1, less than ${least}:1`)
        }
        for (const ground of [colour('canvas'), colour('raised')]) for (const one of ['ink', 'quiet', 'accent', 'bad']) enough(one, ground, text4)
        enough('accent', over(colour('accent'), 0.12, colour('canvas')), 4.5)
        enough('on-accent', colour('accent'), text4)
        enough('edge', colour('canvas'), 3)
      }
    })
  }

  for (const file of files) {
    it(`${basename(file)} sets tokens and nothing else, in less than a kilobyte`, () => {
      const text = readFileSync(join(root, file), 'utf8')
      assert.ok(Buffer.byteLength(text) < 1000)
      assert.deepEqual([...declared(text).keys()].filter(name => !Object.hasOwn(themeTokens, name)), [])
      assert.equal(text.replace(/\/\*.*?\*\//gs, '').replace(/--earshot-[\w-]+:[^;]+;/g, '').replace(/\s/g, ''), ':root{}')
    })
  }
})

describe('The tokens', () => {
  it('are in the documentation, with type, default and what they do', () => {
    const rows = tableUnder(read('docs/themes.md'), 'token').map(cells => cells.map(cell => cell.replaceAll('`', '')))
    assert.deepEqual(rows, Object.entries<Token>(themeTokens).map(([name, { type, initial, does }]) =>
      [`--earshot-${name}`, typeof type === 'string' ? type : type.join(' or '), initial, does]))
  })

  it('are those of the style sheets, with the same defaults', () => {
    const sheets = globSync('src/elements/**/*.ts', { cwd: root }).filter(file => !file.includes('/looks/')).map(file => read(file)).join('\n')
    const used = new Set([...sheets.matchAll(/var\(\s*--earshot-([\w-]+)/g)].map(([, name]) => name!))
    // Read by a script.
    assert.deepEqual([...used, 'density'].sort(), Object.keys(themeTokens).sort())
    const given = new Map([...read('src/elements/shared/tokens.ts').matchAll(/var\(--earshot-([\w-]+), ((?:[^()]|\([^()]*\))+)\)/g)].map(([, name = '', value = '']) => [name, value]))
    for (const [name, value] of given) if (!value.startsWith('var(')) assert.equal(value, defaults.get(name), name)
    assert.ok(given.size > 10)
  })

  it('are the keys of the setting, in its schema', () => {
    const { properties } = configSchema.properties.theme
    assert.deepEqual(Object.keys(properties).sort(), ['scheme', ...Object.keys(themeTokens)].sort())
    assert.deepEqual(properties.scheme.enum, schemes)
    assert.deepEqual(properties.density.enum, themeTokens.density.type)
  })

  it('are told of by the widget, each with a sentence', () => {
    const told = [...read('src/elements/widget/widget.ts').matchAll(/@cssprop \[--earshot-([\w-]+)/g)].map(([, name]) => name!)
    assert.deepEqual(told.sort(), Object.keys(themeTokens).sort())
  })
})

describe('The parts', () => {
  it('are in the documentation, each with what it is', () => {
    const rows = tableUnder(read('docs/themes.md'), 'part').map(([name = '', is]) => [codes(name)[0], is])
    assert.deepEqual(rows, parts.map(({ part, is }) => [part, is]))
  })

  it('of single things are in the documentation, too', () => {
    const own = globSync('src/elements/*/*.ts', { cwd: root }).flatMap(file => [...read(file).matchAll(/@csspart ([\w-]+)/g)].map(([, name]) => name!))
    const [, single = ''] = /names for single things([\s\S]*)$/.exec(read('docs/themes.md')) ?? []
    assert.deepEqual([...new Set(own)].filter(name => !codes(single).includes(name) && !parts.some(({ part }) => part === name)), [])
  })
})
