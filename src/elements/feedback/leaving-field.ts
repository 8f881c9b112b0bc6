import { nothing, type LitElement } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import { emptied } from '../shared/emptied.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FieldView } from '../shared/field-parts/field-part.ts'
import { tickStyles } from '../shared/field-parts/tick.styles.ts'
import { leavingTick } from '../shared/leaving-tick.ts'
import type { Say } from '../shared/say.ts'
import { isBad, isScale } from '../shared/scale.ts'
import { asked } from './own-words.ts'

/** Below the last thing a customer writes about a problem, or about what they rated badly. */
export function open(host: LitElement, say: Say) {
  adopt(host, tickStyles)
  return ({ field: { name, type }, draft }: FieldView, form: Form, edit: (patch: Partial<Draft>) => void) => {
    const isLast = name === 'outcome' || (type === 'story' && form.fields.every(field => field.name !== 'outcome'))
    const { scale, value } = draft.rating ?? {}
    const isMeant = asked(form) === 'problem' || (scale !== undefined && value !== undefined && isScale(scale) && isBad(scale, value))
    if (!isLast || !isMeant) return nothing
    return leavingTick(draft.leaving === true, isTicked => edit(isTicked ? { leaving: true } : emptied('leaving')), say)
  }
}
