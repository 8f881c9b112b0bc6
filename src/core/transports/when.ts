import type { Issue } from '../issue/issue.ts'

/** Which issues are meant, as JSON. What is absent does not matter; of a list, one is enough; all that is there must fit. */
export interface When {
  kind?: string | readonly string[]
  form?: string | readonly string[]
  topic?: string | readonly string[]
  /** The department, as the owner calls it. */
  audience?: string | readonly string[]
  /** Of the customer's interface: `de` means `de-AT`, too. */
  language?: string | readonly string[]
  /** At least so high on the ladder; what was never taken further is on level 1. */
  level?: number
  /** Whether the customer said to think of leaving. */
  leaving?: boolean
}

type Asked = Pick<Issue, 'kind' | 'form' | 'topic' | 'audience' | 'environment' | 'escalation' | 'leaving'>

const oneOf = (wanted: string | readonly string[] | undefined, fits: (wanted: string) => boolean): boolean =>
  wanted === undefined || [wanted].flat().some(fits)

/** Whether the issue is one of those. */
export function fits(issue: Asked, { language, level, leaving, ...texts }: When): boolean {
  const spoken = issue.environment?.locale?.toLowerCase() ?? ''
  return (
    (['kind', 'form', 'topic', 'audience'] as const).every(key => oneOf(texts[key], wanted => wanted === issue[key])) &&
    oneOf(language, wanted => `${spoken}-`.startsWith(`${wanted.toLowerCase()}-`)) &&
    (level === undefined || (issue.escalation?.level ?? 1) >= level) &&
    (leaving === undefined || (issue.leaving ?? false) === leaving)
  )
}
