import type { Article } from '../core/articles/article.ts'
import { lazySource } from '../core/articles/lazy-source.ts'
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
  return lazySource('page', async () => inline(read(selector, root), { ...options, name: 'page' }))
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
