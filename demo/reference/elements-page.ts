import { readFileSync } from 'node:fs'
import { code, page, table } from './markdown.ts'

interface Named { name: string; description?: string; default?: string; type?: { text: string }; attribute?: string; fieldName?: string; kind?: string; privacy?: string; parameters?: { name: string; optional?: boolean; type?: { text: string } }[]; return?: { type: { text: string } } }
interface Declaration { tagName: string; name: string; description: string; members?: Named[]; attributes?: Named[]; events?: Named[]; slots?: Named[]; cssParts?: Named[]; cssProperties?: Named[] }

const rows = (items: readonly Named[] = [], called: (name: string) => string = code) => items.map(({ name, description = '' }) => [called(name), description])

function section({ tagName, name, description, members = [], attributes = [], events, slots, cssParts, cssProperties }: Declaration): string {
  const fields = members.filter(({ kind }) => kind === 'field')
  const methods = members.filter(({ kind }) => kind === 'method')
  return page(
    `## \`<${tagName}>\``, description, `The class is \`${name}\`, defined by \`earshot/elements/${tagName.replace('earshot-', '')}\`.`,
    table(['property', 'attribute', 'type', 'default', ''], fields.map(field => [
      code(field.name), code(field.attribute), code(field.type?.text), code(field.default), field.description ?? '']).concat(
      // Read as they are: no property stands behind them.
      attributes.filter(({ fieldName }) => !fieldName).map(({ name, type, description = '' }) => ['', code(name), code(type?.text), '', description]))),
    table(['method', ''], methods.map(method => [
      code(`${method.name}(${(method.parameters ?? []).map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(', ')})`), method.description ?? ''])),
    table(['event', 'when'], rows(events)),
    table(['slot', 'for'], rows(slots, name => (name ? code(name) : 'its children'))),
    table(['part', 'is'], rows(cssParts)),
    table(['custom property', 'default', ''], (cssProperties ?? []).map(({ name, description = '', default: fallback }) => [code(name), code(fallback), description])),
  ).trimEnd()
}

/** From the manifest of the build, which is made of the elements' own docblocks. */
export function elementsPage(): string {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as { modules: { declarations: Declaration[] }[] }
  const declarations = manifest.modules.flatMap(module => module.declarations).sort((a, b) => a.tagName.localeCompare(b.tagName, 'en'))
  return page(
    '# Elements',
    'Their children are their fallback. Each takes its desk from its `desk` property, else by the name in its `desk` attribute, else it waits for the one called `default`. Editors and tools read the same from `custom-elements.json`.',
    ...declarations.map(section),
  )
}
