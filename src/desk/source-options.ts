import type { SourceFromOptions } from '../core/articles/source-from.ts'
import type { Context } from './context.ts'
import type { PageReading } from './page.ts'

/** What the sources of the setting `articles` are made with. */
export function sourceOptions({ settings: { synonyms }, seams: { fetch }, base }: Context, page: PageReading | undefined): SourceFromOptions {
  return {
    ...(fetch && { fetch }),
    ...(base && { base }),
    ...(synonyms && { synonyms }),
    ...(page && { page: selector => page.articles?.(selector, synonyms) }),
  }
}
