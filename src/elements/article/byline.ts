import { html, nothing } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import { dotted } from '../shared/dotted.ts'
import { day } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** Who wrote it and when: another customer's words are marked as such. */
export function byline({ author, community, updatedAt }: Article, locale: string, say: Say) {
  const date = day(updatedAt, locale)
  const parts = [
    community && say('article.community'),
    author?.name && say('article.author', { name: author.name }),
    date && say('article.updated', { date }),
  ]
  return parts.some(Boolean) ? html`<p class="quiet byline">${dotted(parts)}</p>` : nothing
}

/** Says so when the article is in another language than the customer's. */
export function otherLanguage(article: Article, locale: string, say: Say) {
  const language = article.locale?.split('-')[0]
  if (!language || language === locale.split('-')[0]) return nothing
  return html`<p class="quiet">${say('article.otherLanguage', { language: nameOf(language, locale) })}</p>`
}

function nameOf(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
