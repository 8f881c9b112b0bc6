import { longest, readText } from '../core/forms/read-text.ts'
import type { Context } from './context.ts'
import type { Enclosed } from './desk.ts'
import type { PageReading } from './page.ts'
import { tellOnce } from './tell-once.ts'

/** What the owner's selectors find on the page, with what each is called in the customer's language. What is wrong is told once. */
export async function readDetails(context: Context, page: PageReading | undefined): Promise<Pick<Enclosed, 'answers' | 'labels'>> {
  const { details = [], locale } = context.settings
  const tell = tellOnce(context)
  const answers = await page?.details?.(details, tell)
  if (!answers || !Object.keys(answers).length) return {}
  const labels = details.map(({ name, label }, i) => {
    const words = readText(label, longest.label, locale, `/details/${i}/label`, (code, path, message) => tell({ code, path, message }))
    return [name, words ?? name] as const
  })
  return { answers, labels: Object.fromEntries(labels) }
}
