import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'

export type Node = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

/** One html`…` in a source file. In `nodes` the n-th expression stands as `\uE000n\uE001`. */
export interface Template {
  path: string
  place: string
  nodes: Node[]
  expressions: readonly ts.Expression[]
}

export const mark = /\uE000(\d+)\uE001/g

/** Finds the Lit templates of all files and parses them as HTML. */
export function templatesOf(sources: Sources): Template[] {
  const found: Template[] = []
  for (const [path, text] of sources) {
    walk(parse(path, text), node => {
      if (!ts.isTaggedTemplateExpression(node) || !/^(html|svg)$/.test(node.tag.getText())) return
      const { template } = node
      const spans = ts.isTemplateExpression(template) ? template.templateSpans : []
      const head = ts.isTemplateExpression(template) ? template.head.text : template.text
      const markup = head + spans.map((span, index) => `\uE000${index}\uE001${span.literal.text}`).join('')
      const nodes = parseFragment(markup).childNodes
      found.push({ path, place: place(node), nodes, expressions: spans.map(span => span.expression) })
    })
  }
  return found
}

/** Calls back for every element and text of a template, `<template>` contents included. */
export function visitNodes(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node)
    if ('content' in node) visitNodes(node.content.childNodes, visit)
    if ('childNodes' in node) visitNodes(node.childNodes, visit)
  }
}

export const elementsOf = (template: Template): Element[] => {
  const elements: Element[] = []
  visitNodes(template.nodes, node => 'tagName' in node && elements.push(node))
  return elements
}
