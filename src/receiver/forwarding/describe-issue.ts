import type { Issue } from '../../core/issue/issue.ts'
import { describe, type Description, type Part } from '../../core/transports/describe.ts'
import type { Noted } from './find-content.ts'

// What an owner's own check says stands as it is.
const reasons: ReadonlyMap<string, string> = new Map([
  ['trap', 'A field that people do not see was filled in'],
  ['too-fast', 'It was written faster than people write'],
  ['no-proof', 'The device did not do the small work that was asked of it'],
])

/** Files that this receiver has no more, by name; nothing where there are none. */
export const goneParts = ({ goneFiles = [] }: Pick<Noted, 'goneFiles'>): Part[] =>
  goneFiles.length > 0 ? [{ label: 'Files that are gone', text: goneFiles.map(({ name }) => name).join('\n') }] : []

/** An issue for staff who read it elsewhere, with what this receiver has to say of it: that it may be spam, and why, comes first. */
export function describeIssue(issue: Issue & Noted): Description {
  const { title, parts } = describe(issue)
  const { suspicions = [] } = issue
  if (suspicions.length === 0) return { title, parts: [...parts, ...goneParts(issue)] }
  const why = suspicions.map(code => reasons.get(code) ?? code).join('\n')
  return { title: `May be spam: ${title}`, parts: [{ label: 'May be spam', text: why }, ...parts, ...goneParts(issue)] }
}

/** The owner's labels, and one for what may be spam; undefined where there is none. */
export function labelsOf({ suspicions = [] }: Issue & Noted, labels: readonly string[] = []): string[] | undefined {
  const all = [...labels, ...(suspicions.length > 0 ? ['may-be-spam'] : [])]
  return all.length > 0 ? all : undefined
}
