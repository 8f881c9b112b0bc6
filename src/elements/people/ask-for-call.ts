import type { Desk } from '../../desk/desk.ts'

/** Notes in the form for a call who is to call, and what was said on the way there, where nothing else was written yet. */
export async function askForCall(desk: Desk, rung: string, said?: string): Promise<void> {
  await desk.restore('callback').catch(() => {})
  const begun = desk.state.drafts.get('callback')
  // A draft takes the place of what a form begins with: so it begins with that, too.
  const { initial, kind } = begun ? { initial: {}, kind: begun.kind } : await desk.form('callback')
  const now = desk.state.drafts.get('callback')
  const story = now?.story ?? said
  desk.edit('callback', { ...(!now && initial), kind, answers: { ...now?.answers, rung }, ...(story && { story }) })
}
