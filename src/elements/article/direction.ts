import type { Article } from '../../core/articles/article.ts'
import { rightToLeft } from '../../locale/message.ts'

/** The direction an article is laid out in: its language's, else that of the first letter of its title. */
export function directionOfArticle({ locale, title }: Article): 'ltr' | 'rtl' {
  const sample = locale ?? /\p{L}/u.exec(title)?.[0] ?? ''
  return (locale ? rightToLeft : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/).test(sample) ? 'rtl' : 'ltr'
}
