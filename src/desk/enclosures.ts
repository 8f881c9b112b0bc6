import type { Draft } from '../core/issue/draft.ts'
import type { Context } from './context.ts'
import type { PageReading } from './page.ts'

export type Enclosures = Pick<Draft, 'subject' | 'journey' | 'environment'>

/** What travels with an issue besides the customer's words, as far as the owner wants it collected. */
export function enclosuresOf({ settings, state }: Context, page: PageReading | undefined): Enclosures {
  const { capture, locale } = settings
  const { journey } = state
  return {
    ...(capture.subject && page && { subject: page.subject() }),
    ...(capture.environment && { environment: { locale, ...page?.environment() } }),
    ...(capture.journey && Object.keys(journey).length > 0 && { journey }),
  }
}
