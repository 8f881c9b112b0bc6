import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'
import { elementsOf, templatesOf } from './templates.ts'

/** Names that turn strings into markup or code, or that a strict Content Security Policy refuses. No file owns one. */
const sinks = new Set([
  'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment', 'parseFromString',
  'srcdoc', 'unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic', 'unsafeCSS', 'styleMap', 'eval', 'execCommand',
  'setHTML', 'parseHTML', 'importScripts', 'templateContent',
])

/** Elements that fetch, frame or style what a policy of the host's has a say in, with the files that may make one. */
const elements: Record<string, readonly string[]> = {
  script: [], style: [], link: [], object: [], embed: [], base: [], meta: [],
  // Empty, and without an address.
  iframe: ['src/page/capture/draw-dom.ts'],
}

/** What one file may do with a constant of ours. */
const exceptions: Record<string, string> = { unsafeCSS: 'src/elements/widget/launcher.styles.ts' }

/** What only the desk and the outbox do. An element shows; it does not fetch, store or wait. */
const notForElements = new Set([
  'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'indexedDB', 'localStorage', 'sessionStorage', 'caches',
  'setInterval',
])

const isDocumentWrite = (node: ts.Node) => ts.isPropertyAccessExpression(node) && /^document\.(write|writeln)$/.test(node.getText())
const isFunctionConstructor = (node: ts.Node) => ts.isNewExpression(node) && node.expression.getText() === 'Function'

const written = (node: ts.Node | undefined) => (node && ts.isStringLiteralLike(node) ? node.text.toLowerCase() : undefined)

/** What a call makes of strings that a strict policy, or Trusted Types, refuse; undefined for all others. */
function refusedCall(node: ts.Node, path: string): string | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText()
  const [first, second] = node.arguments
  const name = written(called.endsWith('NS') ? second : first) ?? ''
  if (/^createElement(NS)?$/.test(called) && elements[name] && !elements[name].includes(path)) return `makes <${name}>`
  if (/^(set|toggle)Attribute(NS)?$/.test(called) && /^(style|srcdoc|on\w+)$/.test(name)) return `sets ${name}="…"`
  if (/^set(Timeout|Interval)$/.test(called) && written(first) !== undefined) return `runs a string by ${called}`
  return called === 'Function' ? 'uses Function' : undefined
}

/** A name that is declared here (a key, a method, an import's own name) rather than taken from the platform. */
const isKey = (node: ts.Identifier) =>
  (ts.isPropertyAssignment(node.parent) || ts.isPropertySignature(node.parent) || ts.isMethodDeclaration(node.parent)
    || ts.isMethodSignature(node.parent) || ts.isPropertyDeclaration(node.parent)) && node.parent.name === node

/** Uses of unsafe sinks anywhere, and of fetching and storing in elements. */
export function sinkViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [path, text] of sources) {
    const isElement = path.startsWith('src/elements/')
    walk(parse(path, text), node => {
      if (isDocumentWrite(node) || isFunctionConstructor(node)) violations.push(`${place(node)} uses ${node.getText()}`)
      const refused = refusedCall(node, path)
      if (refused) violations.push(`${place(node)} ${refused}`)
      const name = ts.isIdentifier(node) && !isKey(node) ? node.text : ts.isStringLiteralLike(node) ? node.text : undefined
      if (name === undefined) return
      if (sinks.has(name) && exceptions[name] !== path) violations.push(`${place(node)} uses ${name}`)
      if (isElement && ts.isIdentifier(node) && notForElements.has(name)) violations.push(`${place(node)}: an element may not use ${name}`)
    })
  }
  return [...violations, ...inlineStyleViolations(sources)]
}

/** `style="…"` and `<style>` in a template: refused by a strict policy, in Firefox even when static. */
function inlineStyleViolations(sources: Sources): string[] {
  return templatesOf(sources).flatMap(template =>
    elementsOf(template).flatMap(element => [
      ...(Object.hasOwn(elements, element.tagName) ? [`${template.place}: <${element.tagName}> in a template`] : []),
      ...element.attrs.filter(({ name }) => /^\.?(style|srcdoc|on\w+)$/.test(name)).map(({ name }) => `${template.place}: ${name}="…" in a template`),
      ...element.attrs.filter(({ name }) => /^\.(inner|outer)html$/.test(name)).map(({ name }) => `${template.place}: ${name}`),
    ]))
}
