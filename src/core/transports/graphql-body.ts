import type { Attachment } from '../issue/issue.ts'
import { stringify } from '../support/stringify.ts'
import { formBody } from './form-body.ts'

export interface Operation { query: string; operationName: string | undefined; variables: Record<string, unknown> }

/**
 * A mutation as JSON, or with its files as a form: `operations`, then `map`, then the files, in this order.
 * @param into the variable that is a list of files; absent, the operation has none.
 */
export function graphqlBody(id: string, operation: Operation, into: string | undefined, files: readonly Attachment[]): { body: string | Blob; type: string } {
  const list = into === undefined ? {} : { [into]: files.map(() => null) }
  const json = stringify({ ...operation, variables: { ...operation.variables, ...list } })
  if (into === undefined || files.length === 0) return { body: json, type: 'application/json' }
  const map = Object.fromEntries(files.map((_, index) => [index, [`variables.${into}.${index}`]]))
  return formBody(id, [['operations', json], ['map', stringify(map)]], files.map((file, index) => [String(index), file]))
}
