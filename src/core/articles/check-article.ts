import type { Problem } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import type { Article } from './article.ts'

const optional = {
  summary: isText, url: isText, base: isText, locale: isText, updatedAt: isText,
  community: (value: unknown) => typeof value === 'boolean',
  boost: (value: unknown) => typeof value === 'number' && value > 0,
  topics: isTexts, pages: isTexts, signals: isTexts, related: isTexts, aliases: isTexts,
  author: (value: unknown) => isRecord(value) && isText(value.name) && (value.avatar === undefined || isText(value.avatar)),
}

/**
 * The article in `value`, or undefined when it lacks an id, a title or a body. A wrong optional field costs only that field.
 * @param report called once for everything that is wrong, with its JSON pointer under `path`.
 */
export function checkArticle(value: unknown, path: string, report: (problem: Problem) => void): Article | undefined {
  const wrong = (at: string, expected: string, came: unknown) =>
    report({ code: 'articles/bad-article', message: `Expected ${expected}, but got ${nameOf(came)}`, path: path + at })
  if (!isRecord(value)) return void wrong('', 'an article { id, title, body, format }', value)
  const { id, title, body } = value
  if (!isText(id) || !id) return void wrong('/id', 'a text that names the article', id)
  if (!isText(title) || !title.trim()) return void wrong('/title', 'a text', title)
  if (!isText(body)) return void wrong('/body', 'a text', body)
  const format = value.format === 'html' ? 'html' : 'markdown'
  if (value.format !== format) wrong('/format', '"markdown" or "html"; it is read as Markdown', value.format)
  const article: Article = { id, title, body, format }
  for (const [field, fits] of Object.entries(optional)) {
    const given = Object.hasOwn(value, field) ? value[field] : undefined
    if (given === undefined || given === null) continue
    if (fits(given)) Object.assign(article, { [field]: given })
    else wrong(`/${field}`, Array.isArray(given) || fits === isTexts ? 'a list of texts' : 'another kind of value', given)
  }
  return article
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

const nameOf = (value: unknown) =>
  value === undefined ? 'nothing'
    : value === null ? 'null'
      : Array.isArray(value) ? 'a list'
        : isText(value) ? `"${value.slice(0, 40)}"` : `a ${typeof value}`
