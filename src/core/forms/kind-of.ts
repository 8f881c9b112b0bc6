import type { Kind } from '../issue/issue.ts'

/** The kinds a form can make. */
export type FormKind = Extract<Kind, 'question' | 'problem' | 'idea' | 'praise' | 'rating'>

/** Whether a form can make issues of this kind. */
export const isFormKind = (kind: unknown): kind is FormKind => typeof kind === 'string' && /^(question|problem|idea|praise|rating)$/.test(kind)

/** What kind of issue a form makes: as declared, else what its name says, else a problem. Declarations need not be checked yet. */
export function kindOf(id: string, forms: readonly { readonly id: string; readonly kind?: unknown }[]): FormKind {
  return [forms.find(form => form.id === id)?.kind, id].find(isFormKind) ?? 'problem'
}
