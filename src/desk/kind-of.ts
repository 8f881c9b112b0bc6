import type { Kind } from '../core/issue/issue.ts'
import type { Settings } from './config.ts'

const builtIn: readonly Kind[] = ['problem', 'question', 'idea', 'praise', 'rating']

/** What kind of issue a form makes: declared by the owner, or built in under its own name; else a problem. */
export function kindOf(form: string, settings: Settings): Kind {
  return settings.forms.find(declared => declared.id === form)?.kind ?? builtIn.find(kind => kind === form) ?? 'problem'
}
