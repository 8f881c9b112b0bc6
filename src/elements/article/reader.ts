import type { Say } from '../shared/say.ts'

/** What the parts of an article need of the element that shows them. */
export interface Reader {
  readonly say: Say
  /** Politely, to those who do not see it. */
  announce(text: string): void
  /** Shows a picture as large as the window. */
  enlarge(picture: HTMLImageElement): void
}
