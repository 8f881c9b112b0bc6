import { EarshotError } from '../../core/support/errors.ts'

/** The key, should it be one: what names a place on a disk or at a store is never somebody's words. @throws {EarshotError} `receiver/no-key` */
export function checkKey(key: string): string {
  if (/^[0-9a-f]{64}$/.test(key)) return key
  throw new EarshotError('receiver/no-key', `The key of a file must be 64 of 0-9 and a-f; got ${key.length} characters that are not`)
}
