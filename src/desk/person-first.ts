import type { DeskState } from './state.ts'

/**
 * Whether somebody should step in: a search found nothing, an article did not help, or something was sent before, thanks aside.
 * Once it is so it stays so for the visit: a person who has moved up front does not leave again.
 */
export function personFirst({ journey, submissions }: Pick<DeskState, 'journey' | 'submissions'>): boolean {
  return (
    !!journey.searches?.some(({ count }) => count === 0) ||
    !!journey.articles?.some(({ helpful }) => helpful === false) ||
    [...submissions.values()].some(({ issue }) => issue.form !== 'thanks')
  )
}
