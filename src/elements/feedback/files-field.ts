import type { LitElement } from 'lit'
import { fileRules } from '../../page/files/file-rules.ts'
import type { FieldPart } from '../shared/field-parts/field-part.ts'
import { FilesField } from '../shared/field-parts/files-field.ts'
import type { Say } from '../shared/say.ts'

/** Files as part of a form. */
export const open = (host: LitElement, say: Say): FieldPart =>
  new FilesField(host, say, { rules: fileRules, preparing: () => import('../../page/files/prepare-file.ts') })
