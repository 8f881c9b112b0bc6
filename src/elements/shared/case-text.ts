import type { Draft } from '../../core/issue/draft.ts'

/** The customer's words as one text to copy: story, outcome and side remarks, a blank line between. */
export function caseText({ story, outcome, observations = [] }: Pick<Draft, 'story' | 'outcome' | 'observations'>): string {
  return [story, outcome, ...observations.map(observation => observation.text)].filter(Boolean).join('\n\n')
}
