import { isBad } from '../core/escalation/bad-rating.ts'
import type { Issue } from '../core/issue/issue.ts'
import type { DeskState } from './state.ts'

/**
 * Whether somebody should step in: a search found nothing, an article did not help, something was rated badly, or something was sent
 * before, thanks and good ratings aside.
 * Once it is so it stays so for the visit: a person who has moved up front does not leave again.
 */
export function personFirst({ journey, submissions, messages }: Pick<DeskState, 'journey' | 'submissions' | 'messages'>): boolean {
  return (
    !!journey.searches?.some(({ count }) => count === 0) ||
    !!journey.articles?.some(({ helpful }) => helpful === false) ||
    [...submissions.values()].some(({ issue }) => isContact(issue)) ||
    [...(messages?.values() ?? [])].some(({ message: { rating } }) => rating && isBad(rating))
  )
}

const isContact = ({ form, kind, rating }: Issue): boolean => form !== 'thanks' && (kind !== 'rating' || !rating || isBad(rating))
