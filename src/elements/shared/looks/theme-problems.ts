import type { Problem } from '../../../core/support/errors.ts'
import type { Theme } from '../../../desk/config.ts'
import { schemes, themeTokens, type Token } from './theme-tokens.ts'

const properties = { colour: 'color', length: 'border-radius', 'font family': 'font-family', number: 'z-index' } as const
const examples = { colour: 'a CSS colour such as "#0d5c52"', length: 'a CSS length such as "12px"', 'font family': 'a CSS font family', number: 'a whole number' } as const

const isOne = (type: Token['type'], value: string) => (typeof type === 'string' ? CSS.supports(properties[type], value) : type.includes(value))
const expected = (type: Token['type']) => (typeof type === 'string' ? examples[type] : type.map(value => `"${value}"`).join(' or '))

/** What is wrong in a theme, each with the key it is about. The rest of the theme holds. */
export function themeProblems(theme: Theme): (Problem & { key: string })[] {
  return Object.entries(theme).flatMap(([key, value]: [string, string]) => {
    const path = `/theme/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (key !== 'scheme' && !Object.hasOwn(themeTokens, key)) {
      return [{ key, path, code: 'config/unknown-key', message: `The theme has no "${key}"; there are ${['scheme', ...Object.keys(themeTokens)].join(', ')}` }]
    }
    const type = key === 'scheme' ? schemes : themeTokens[key as keyof typeof themeTokens].type
    if (isOne(type, value)) return []
    return [{ key, path, code: 'config/wrong-value', message: `"theme.${key}" must be ${expected(type)}; got "${value.slice(0, 60)}". It is left out` }]
  })
}
