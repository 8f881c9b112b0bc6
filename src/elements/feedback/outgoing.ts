import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import { enclosing } from './enclosed.ts'
import { filedBy } from './filed-by.ts'

/** The draft as it goes: as the form seals it, with what is enclosed and without what was taken out of that. */
export async function outgoing(form: Form, draft: Draft, desk: Desk): Promise<Draft> {
  const by = filedBy(desk.settings, draft)
  const sealed = await form.outgoing(by ? { ...draft, filedBy: by } : draft)
  return { ...sealed, ...enclosing(sealed, draft, await desk.enclosures()) }
}
