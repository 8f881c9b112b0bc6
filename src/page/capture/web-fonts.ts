import { toBase64 } from '../../core/support/base64.ts'
import { deadline } from '../../core/support/deadline.ts'

/** What a rule says of its font besides where it lies. */
const descriptors = [
  'font-family', 'font-style', 'font-weight', 'font-stretch', 'unicode-range', 'font-feature-settings', 'font-variation-settings',
  'ascent-override', 'descent-override', 'line-gap-override', 'size-adjust',
]

/**
 * The fonts that the page has loaded, as a style sheet with their bytes in it; empty where there are none. One that cannot be fetched
 * (`connect-src`, another origin, no answer in time) is missing: its letters are the system's.
 * @param patience for each font, in milliseconds
 */
export async function webFonts({ fonts, styleSheets, adoptedStyleSheets, baseURI }: Document, patience: number): Promise<string> {
  const loaded = [...fonts].filter(({ status }) => status === 'loaded').map(({ family }) => bare(family))
  if (!loaded.length) return ''
  const rules = [...styleSheets, ...adoptedStyleSheets].flatMap(facesIn).filter(({ style }) => loaded.includes(bare(style.getPropertyValue('font-family'))))
  const faces = await Promise.all(rules.map(rule => deadline(withBytes(rule, baseURI), patience, 'capture/too-slow').catch(() => '')))
  return faces.join('\n')
}

const bare = (family: string) => family.trim().replace(/^(["'])(.*)\1$/, '$2').toLowerCase()

/** The rules of a sheet, of what it imports and of its groups; none where another origin's may not be read. */
function facesIn(sheet: CSSStyleSheet | CSSGroupingRule): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].flatMap(rule => {
      if (rule instanceof CSSFontFaceRule) return [rule]
      if (rule instanceof CSSImportRule) return rule.styleSheet ? facesIn(rule.styleSheet) : []
      return rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule) ? facesIn(rule) : []
    })
  } catch {
    return []
  }
}

async function withBytes({ style, parentStyleSheet }: CSSFontFaceRule, base: string): Promise<string> {
  const [, , address] = /url\((["']?)(.*?)\1\)/.exec(style.getPropertyValue('src')) ?? []
  // What is the system's own needs no bytes.
  if (!address) return ''
  const answer = await fetch(new URL(address, parentStyleSheet?.href ?? base))
  if (!answer.ok) return ''
  const said = descriptors.map(name => [name, style.getPropertyValue(name)]).filter(([, value]) => value).map(([name, value]) => `${name}:${value};`)
  return `@font-face{${said.join('')}src:url(data:;base64,${toBase64(new Uint8Array(await answer.arrayBuffer()))})}`
}
