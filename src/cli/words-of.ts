import type { Article } from '../core/articles/article.ts'
import { parseArticle } from '../core/articles/markdown.ts'
import { textsOf } from '../core/articles/text-of.ts'
import { htmlWords } from './html-words.ts'

/** The words of an article as they are read, one piece of text after the other; its headings apart. */
export const wordsOf = (article: Article): { headings: string[]; texts: string[] } =>
  article.format === 'html' ? htmlWords(article.body) : textsOf(parseArticle(article))
