import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Help } from './help.ts'
import { escapeHtml } from './markup.ts'
import { fillPage } from './pages.ts'
import { fileBelow } from './static-files.ts'

/** An article as a page of the shop: what a link in the help leads to where no script runs. */
export async function readArticlePage(site: string, pathname: string, help: Help): Promise<string | undefined> {
  const found = await help.read(pathname)
  if (!found) return undefined
  const { article, locale, html } = found
  const language = await fileBelow(site, `/earshot.${locale}.json`) ? `.${locale}` : ''
  const updated = article.updatedAt && new Date(article.updatedAt).toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long' })
  const blanks = new Map([
    ['lang', locale], ['language', language], ['title', escapeHtml(article.title)], ['body', html],
    ['lead', article.summary ? `<p class="lead">${escapeHtml(article.summary)}</p>` : ''], ['updated', updated ?? ''],
  ])
  // The parts first: an article's own words must not be taken for a blank.
  const template = (await readFile(join(site, '_parts', 'article.html'), 'utf8')).replaceAll('{{language}}', language)
  const page = await fillPage(site, template, async () => '')
  return page.replace(/\{\{(\w+)\}\}/g, (_, name: string) => blanks.get(name) ?? '')
}
