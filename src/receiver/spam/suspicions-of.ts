import type { Issue } from '../../core/issue/issue.ts'
import { isRecord } from '../../core/support/json.ts'
import type { SpamOptions } from './settings.ts'

/** In two seconds somebody may well have typed a word of praise, or chosen a rating; nobody types more than that. In characters. */
const shortest = 20

// Of the story alone: answers may come from the page, and wishes are tapped.
const isFast = ({ story = '', filling }: Issue, minimum: number): boolean =>
  filling?.seconds !== undefined && filling.seconds < minimum && story.length >= shortest

/**
 * What in the issue itself looks like spam, as codes; none for most. Everything here is a claim of the sender's, and its absence says nothing:
 * drafts of three days, issues of other clients and of the staff carry none of it.
 */
export function suspicionsOf(issue: Issue, { minimumSeconds = 2 }: SpamOptions = {}): string[] {
  if (issue.synthetic || isRecord(issue.filedBy)) return []
  return [...(issue.filling?.trap ? ['trap'] : []), ...(isFast(issue, minimumSeconds) ? ['too-fast'] : [])]
}

/** Whom nobody asks for a proof: a question nobody is told of, the owner's own test, and whoever the site itself vouches for. */
export const needsProof = ({ kind, synthetic }: Issue, isVerified: boolean): boolean => kind !== 'gap' && !synthetic && !isVerified
