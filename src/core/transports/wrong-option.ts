import { EarshotError, messageOf } from '../support/errors.ts'

/** Checks an option when the transport is made, not when the first customer writes. @throws {EarshotError} `transport/wrong-option`. */
export function expectOption(holds: boolean, option: string, expected: string, came: unknown): asserts holds {
  if (!holds) throw new EarshotError('transport/wrong-option', `${option} must be ${expected}; got ${shown(came)}`, { option })
}

const shown = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : messageOf(value).slice(0, 80))
