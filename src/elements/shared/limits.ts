import type { limits as core } from '../../core/issue/issue.ts'

/** The longest texts, as the core has them: typed by its own constants, so that they cannot drift apart. */
export const limits: Pick<typeof core, 'story' | 'outcome' | 'observation'> = { story: 10_000, outcome: 2_000, observation: 2_000 }
