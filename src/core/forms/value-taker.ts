import type { Scale } from '../issue/issue.ts'
import { whatCame } from '../support/what-came.ts'
import { scales } from './field-rules.ts'
import type { Complain } from './read-text.ts'

/** Takes a value of a declaration where it is as expected; told and left out where it is not. */
export type TakeValue = <T>(key: string, expected: string, fits: (value: unknown) => boolean) => T | undefined

export const valueTaker = (given: Readonly<Record<string, unknown>>, complain: Complain): TakeValue =>
  <T>(key: string, expected: string, fits: (value: unknown) => boolean) => {
    const value = given[key]
    if (value === undefined || fits(value)) return value as T | undefined
    return void complain('form/wrong-value', `/${key}`, `expected ${expected}, and got ${whatCame(value)}. It is left out`)
  }

export const takeFlag = (take: TakeValue, key: string): boolean | undefined => take<boolean>(key, 'true or false', value => typeof value === 'boolean')

export const takeScale = (take: TakeValue): Scale | undefined =>
  take<Scale>('scale', `one of ${scales.join(', ')}`, value => scales.includes(value as Scale))
