import type { Desk } from '../../desk/desk.ts'

// What was begun for the customer, by desk: as long as it stands there as it was, it is not yet their own.
const begun = new WeakMap<Desk, string>()

/**
 * Puts words the customer has already said at the beginning of a question, so that nothing is typed twice.
 * A question they have begun themselves is left alone, also one kept from an earlier visit.
 */
export async function beginQuestion(desk: Desk, story: string): Promise<void> {
  await desk.restore('question').catch(() => {})
  const written = desk.state.drafts.get('question')?.story
  if (written?.trim() && written !== begun.get(desk)) return
  begun.set(desk, story)
  desk.edit('question', { story })
}
