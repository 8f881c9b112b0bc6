import { posix } from 'node:path'
import ts from 'typescript'
import { importsOf } from './imports.ts'
import { parse, walk, type Sources } from './sources.ts'
import { elementsOf, templatesOf } from './templates.ts'

/** What of an element is public: what people put in, style, and listen to. */
export interface Surface {
  slot: Set<string>
  csspart: Set<string>
  cssprop: Set<string>
  fires: Set<string>
}

const emptySurface = (): Surface => ({ slot: new Set(), csspart: new Set(), cssprop: new Set(), fires: new Set() })
const facets = ['slot', 'csspart', 'cssprop', 'fires'] as const

/** `- The default slot` names the slot without a name; `name -`, `[name=default] -` and `{Type} name -` the others. */
const nameIn = (comment: string): string => /^(?:\{[^}]*\}\s*)?\[?([\w-]+)/.exec(comment.trim())?.[1]?.replace(/^-$/, '') ?? ''

/** The class of an element's own file: the one that extends the base class. */
function elementClass(tree: ts.SourceFile): ts.ClassDeclaration | undefined {
  return tree.statements.find((statement): statement is ts.ClassDeclaration =>
    ts.isClassDeclaration(statement) && /extends\s+(EarshotElement|LitElement)/.test(statement.heritageClauses?.map(clause => clause.getText()).join() ?? ''))
}

function documented(element: ts.ClassDeclaration): Surface {
  const surface = emptySurface()
  for (const tag of ts.getJSDocTags(element)) {
    const name = tag.tagName.text as (typeof facets)[number]
    // As it is written: the parser takes the type in braces away from the tags it knows, and not from the others.
    if (facets.includes(name)) surface[name].add(nameIn(tag.getText().replace(/^@\w+/, '')))
  }
  return surface
}

/** The event classes of all files, with the type each one passes to `super`. */
function eventTypes(sources: Sources): Map<string, string> {
  const types = new Map<string, string>()
  for (const [path, text] of sources) {
    walk(parse(path, text), node => {
      if (!ts.isClassDeclaration(node) || !node.name || !/extends\s+\w*Event\b/.test(node.heritageClauses?.map(clause => clause.getText()).join() ?? '')) return
      const type = /super\(\s*'([^']+)'/.exec(node.getText())?.[1]
      if (type) types.set(node.name.text, type)
    })
  }
  return types
}

/** The element's own files and the shared ones it imports, one after the other. */
function reach(sources: Sources, start: string): Sources {
  const found = new Map<string, string>()
  const visit = (path: string): void => {
    const text = sources.get(path)
    if (found.has(path) || text === undefined) return
    found.set(path, text)
    for (const { to, isPackage, kind } of importsOf(path, text)) if (!isPackage && kind !== 'type') visit(to)
  }
  visit(start)
  return found
}

/** The launcher is drawn without Lit, in the loader too: by `setAttribute('part', …)` or `Object.assign(…, { part: … })`. */
function partGivenBy(node: ts.Node): string | undefined {
  const [name, value] = ts.isCallExpression(node) && /\.setAttribute$/.test(node.expression.getText()) ? node.arguments : []
  if (name?.getText() === "'part'" && value && ts.isStringLiteral(value)) return value.text
  return ts.isPropertyAssignment(node) && node.name.getText() === 'part' && ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
}

/** What the sources do. Slots inside the base class count too: the default slot is the fallback of every element. */
function real(sources: Sources, events: Map<string, string>): Surface {
  const surface = emptySurface()
  for (const template of templatesOf(sources)) {
    for (const { tagName, attrs } of elementsOf(template)) {
      const attribute = (name: string) => attrs.find(attr => attr.name === name)?.value
      if (tagName === 'slot') surface.slot.add(attribute('name') ?? '')
      for (const part of (attribute('part') ?? '').split(/\s+/)) if (/^[\w-]+$/.test(part)) surface.csspart.add(part)
    }
  }
  for (const [path, text] of sources) {
    for (const [, name] of text.matchAll(/(?:var\(\s*|getPropertyValue\(')(--earshot-[\w-]+)/g)) surface.cssprop.add(name!)
    walk(parse(path, text), node => {
      const part = partGivenBy(node)
      if (part) surface.csspart.add(part)
      const type = ts.isNewExpression(node) ? events.get(node.expression.getText()) : undefined
      if (type) surface.fires.add(type)
    })
  }
  return surface
}

const sign = { slot: '@slot', csspart: '@csspart', cssprop: '@cssprop', fires: '@fires' } as const

/** Slots, parts, properties and events that are documented and not there, or there and not documented. */
export function docblockViolations(sources: Sources): string[] {
  const events = eventTypes(sources)
  const shared = (path: string) => path.startsWith('src/elements/shared/')
  return [...sources].flatMap(([path, text]) => {
    const element = path.startsWith('src/elements/') && !shared(path) ? elementClass(parse(path, text)) : undefined
    if (!element?.name) return []
    const claimed = documented(element)
    const within = reach(sources, path)
    const everything = real(within, events)
    // What the shared files do is documented where it is declared; an element answers for its own folder.
    const own = real(new Map([...within].filter(([file]) => posix.dirname(file) === posix.dirname(path))), events)
    const where = `${path} (${element.name.text})`
    return facets.flatMap(facet => [
      ...[...claimed[facet]].filter(name => !everything[facet].has(name)).map(name => `${where} documents ${sign[facet]} ${name || '(default)'}, which is not there`),
      ...[...own[facet]].filter(name => !claimed[facet].has(name)).map(name => `${where} has ${sign[facet]} ${name || '(default)'}, which is not documented`),
    ])
  })
}
