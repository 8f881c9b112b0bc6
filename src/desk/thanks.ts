import type { Article } from '../core/articles/article.ts'
import type { Draft } from '../core/issue/draft.ts'
import { limits } from '../core/issue/issue.ts'
import { EarshotError } from '../core/support/errors.ts'
import { shorten } from '../core/support/whole-at.ts'
import type { Context } from './context.ts'
import type { Enclosures } from './enclosures.ts'
import type { HelpVerbs } from './help-verbs.ts'
import type { KeepingVerbs } from './keeping-verbs.ts'

const most = 200

/** Thanks the author of an article: as praise that the owner passes on. Once on each device; a second time sends nothing. */
export async function thank(
  context: Context, keeping: KeepingVerbs, help: HelpVerbs, { subject, environment }: Enclosures, post: (draft: Draft) => Promise<unknown>, id: string,
): Promise<void> {
  const shown = context.state.reader?.article
  const article = shown?.id === id ? shown : await help.look(id)
  const name = article.author?.name.trim()
  if (!name) throw new EarshotError('desk/no-author', `The article "${id}" names no author to thank`, { id })
  const thanked = ((await keeping.load('thanked')) ?? []) as string[]
  const already = thanked.includes(id) || context.state.journey.articles?.some(entry => entry.id === id && entry.thanked)
  help.thanked(id)
  if (already) return
  await post(draftOf(article, name, subject, environment?.locale))
  await keeping.keepNow('thanked', [...thanked, id].slice(-most))
}

function draftOf({ id, title }: Article, name: string, subject: Enclosures['subject'], locale: string | undefined): Draft {
  const summary = `Thanks to ${name} for "${title}"`
  return {
    kind: 'praise',
    form: 'thanks',
    summary: shorten(summary, limits.summary),
    answers: { article: id, author: name },
    ...(subject && { subject }),
    ...(locale && { environment: { locale } }),
  }
}
