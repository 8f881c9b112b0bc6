import { html, nothing } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import { dotted } from '../shared/dotted.ts'
import { otherLanguageOf } from '../shared/language-name.ts'
import { day } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** Who wrote it and when. Of another customer's answer its top says whose it is. */
export function byline({ author, community, updatedAt }: Article, locale: string, say: Say) {
  const date = day(updatedAt, locale)
  const parts = [!community && author?.name && say('article.author', { name: author.name }), date && say('article.updated', { date })]
  return parts.some(Boolean) ? html`<p class="quiet byline">${dotted(parts)}</p>` : nothing
}

/** Says so when the article is in another language than the customer's. */
export function otherLanguage(article: Article, locale: string, say: Say) {
  const language = otherLanguageOf(article.locale, locale)
  return language ? html`<p class="quiet note">${say('article.otherLanguage', { language })}</p>` : nothing
}
