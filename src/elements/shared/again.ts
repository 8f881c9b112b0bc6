import type { Issue } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { View } from '../../desk/view.ts'

/** Puts a refused issue back into its form, with its files, as a correction of it, and answers with the view to go to. */
export async function again(desk: Desk, issue: Issue): Promise<View> {
  const form = issue.form ?? issue.kind
  // Where there is no room for it the form shows what is in its way, and the issue stays where it was.
  await desk.adopt(form, issue.id).catch(() => {})
  return { name: 'form', form }
}
