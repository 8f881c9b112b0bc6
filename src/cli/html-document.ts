import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5'

/** An element as it was written; names in lower case, entities decoded. Comments and templates are left out. */
export interface HtmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: HtmlNode[]
  /** Of the source, from 1. */
  line: number
}

export type HtmlNode = HtmlElement | string

// What people write stays below a hundred; the parser's time grows with the square of it.
const deepest = 500

/**
 * Reads HTML as browsers do, whatever is wrong with it.
 * @throws {RangeError} when elements are nested deeper than 500 levels: no article is, and it would take for ever.
 */
export function parseHtml(source: string): HtmlElement {
  let depth = 0
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > deepest) throw new RangeError(`its elements are nested deeper than ${deepest} levels`)
    },
    onItemPop: () => void depth--,
  }
  const document = parse(source, { sourceCodeLocationInfo: true, treeAdapter })
  return { name: '#document', attributes: new Map(), children: document.childNodes.flatMap(convert), line: 1 }
}

function convert(node: DefaultTreeAdapterMap['childNode']): HtmlNode[] {
  if ('value' in node) return [node.value]
  if (!('tagName' in node)) return []
  const { tagName, attrs, childNodes, sourceCodeLocation } = node
  return [{
    name: tagName, attributes: new Map(attrs.map(({ name, value }) => [name, value])),
    children: childNodes.flatMap(convert), line: sourceCodeLocation?.startLine ?? 1,
  }]
}

/** All elements below one, in the order of the document. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    yield child
    yield* elementsIn(child)
  }
}

/** The words in an element, spaces as they are read. */
export function wordsIn(element: HtmlElement): string {
  const words = (node: HtmlNode): string => (typeof node === 'string' ? node : node.name === 'br' ? ' ' : node.children.map(words).join(''))
  return words(element).replace(/\s+/g, ' ').trim()
}
