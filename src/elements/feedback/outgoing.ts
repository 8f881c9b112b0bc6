import type { Draft } from '../../core/issue/draft.ts'
import { enclosedIn, without, type Enclosures } from './enclosed.ts'
import type { FormPlan } from './form-plan.ts'

/** The draft as it goes: empty remarks left out, and what was taken out of the enclosures not in it. */
export function outgoing(draft: Draft, form: string, plan: FormPlan, enclosures: Enclosures): Draft {
  const { withheld: _, observations, contact, ...rest } = draft
  const remarks = observations?.filter(({ text }) => text.trim())
  return {
    ...rest,
    kind: plan.kind,
    form,
    ...(plan.topic && { topic: plan.topic }),
    ...(remarks?.length && { observations: remarks }),
    ...(contact?.email?.trim() && { contact: { ...contact, email: contact.email.trim() } }),
    ...without(enclosedIn(draft, enclosures), withheldIn(draft)),
  }
}

/** What the customer took out; kept with the draft, so that a reload does not put it back. */
export function withheldIn({ withheld }: Draft): string[] {
  return Array.isArray(withheld) ? withheld.filter(item => typeof item === 'string') : []
}
