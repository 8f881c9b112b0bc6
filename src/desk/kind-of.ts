import type { Kind } from '../core/issue/issue.ts'
import type { Settings } from './config.ts'

/** What kind of issue a form makes: declared by the owner, or built in under its own name; else a problem. */
export const kindOf = (form: string, settings: Settings): Kind =>
  settings.forms.find(declared => declared.id === form)?.kind ?? (/^(question|idea|praise|rating)$/.test(form) ? (form as Kind) : 'problem')
