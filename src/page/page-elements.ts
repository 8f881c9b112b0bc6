import type { Article } from '../core/articles/article.ts'
import type { Source } from '../core/articles/source.ts'
import { inline, type InlineOptions } from '../core/articles/sources/inline.ts'
import { EarshotError } from '../core/support/errors.ts'
import { articleIn } from './article-in.ts'
import { pageArticles } from './find-page-articles.ts'

/**
 * A source of the articles that stand in the page: `<article data-earshot="returns" data-topics="orders">` with a heading, or a `<template>`
 * of the same. They are read with the first question; what is added or changed later is not found.
 * @throws {EarshotError} `articles/bad-source` with the first question, when the selector is none.
 */
export function pageElements(selector = pageArticles, root: ParentNode = document, options: InlineOptions = {}): Source {
  let source: Source | undefined
  const made = () => (source ??= inline(read(selector, root), options))
  const ours = <T extends { source: string }>(results: T[]) => results.map(result => ({ ...result, source: 'page' }))
  return {
    name: 'page',
    search: async (query, options) => ours(await made().search(query, options)),
    read: async (id, options) => made().read(id, options),
    suggest: async (page, options) => ours((await made().suggest?.(page, options)) ?? []),
    topics: async options => (await made().topics?.(options)) ?? [],
  }
}

function read(selector: string, root: ParentNode): Article[] {
  let found: Element[]
  try {
    found = [...root.querySelectorAll(selector)]
  } catch {
    throw new EarshotError('articles/bad-source', `"${selector}" is no selector of articles in the page`, { selector })
  }
  // An article inside of another is a part of it.
  const outermost = found.filter(element => !found.some(other => other !== element && other.contains(element)))
  return outermost.flatMap(element => articleIn(element) ?? [])
}
