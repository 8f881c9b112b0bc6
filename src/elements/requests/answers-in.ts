import type { Field } from '../../core/forms/field.ts'
import type { Message } from '../../core/issue/thread.ts'
import { isScale, nameOf } from '../shared/scale.ts'
import type { Say } from '../shared/say.ts'

/** What was answered to a question, as names and values a person can read: by the labels of the fields that were asked. */
export function answersIn({ answers = {} }: Message, fields: readonly Field[], locale: string, say: Say): [string, string][] {
  return Object.entries(answers).flatMap(([name, value]) => {
    const field = fields.find(each => each.name === name)
    const read = (one: unknown): string => {
      if (Array.isArray(one)) return new Intl.ListFormat(locale).format(one.map(read).filter(Boolean))
      const { scale, value } = (one ?? {}) as { scale?: unknown; value?: unknown }
      if (typeof scale === 'string' && isScale(scale)) return nameOf(scale, Number(value), say)
      const label = field?.options.find(option => option.value === one)?.label
      return label || (typeof one === 'string' || typeof one === 'number' ? String(one) : '')
    }
    const text = read(value)
    return text ? [[field?.label ?? name, text] as [string, string]] : []
  })
}
