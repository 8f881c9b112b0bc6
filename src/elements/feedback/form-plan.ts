import type { Kind, Scale } from '../../core/issue/issue.ts'
import type { Settings } from '../../desk/config.ts'

type Field = 'story' | 'outcome' | 'observations' | 'contact' | 'rating'

/** What a form is made of. */
export interface FormPlan { kind: Kind; fields: readonly Field[]; scale: Scale; topic?: string }

const standard: { [kind in Kind]?: readonly Field[] } = {
  problem: ['story', 'outcome', 'observations', 'contact'],
  rating: ['rating', 'story', 'contact'],
}

/** The owner's declaration of the form, else the built-in one of that name; a name nobody knows is a problem. */
export function formPlan(form: string, settings: Settings): FormPlan {
  const declared = settings.forms.find(({ id }) => id === form)
  const kind = declared?.kind ?? (/^(question|idea|praise|rating)$/.test(form) ? (form as Kind) : 'problem')
  return {
    kind,
    fields: (declared?.fields as readonly Field[] | undefined) ?? standard[kind] ?? ['story', 'observations', 'contact'],
    scale: declared?.scale ?? 'csat',
    ...(declared?.topic && { topic: declared.topic }),
  }
}
