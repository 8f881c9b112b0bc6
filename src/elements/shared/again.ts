import type { Draft } from '../../core/issue/draft.ts'
import type { Issue } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { View } from '../../desk/view.ts'

/**
 * Puts a refused issue's words back into its form, as a correction of it, and answers with the view to go to.
 * What went along goes along again, and what the customer took out stays out.
 */
export function again(desk: Desk, issue: Issue): View {
  const form = issue.form ?? issue.kind
  const { story, outcome, observations, contact, rating, answers, topic, leaving, subject = {}, journey = {}, environment = {} } = issue
  const words = Object.entries({ story, outcome, observations, contact, rating, answers, topic, leaving }).filter(([, value]) => value !== undefined)
  const patch: Partial<Draft> = { ...Object.fromEntries(words), subject, journey, environment, replaces: issue.id }
  desk.edit(form, patch)
  return { name: 'form', form }
}
