import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { ask, type ServiceOptions } from './ask.ts'
import { at, expectFields, expectWhole, fill, type From } from './fill.ts'
import { graphqlBody } from './graphql-body.ts'
import { graphqlRefusal, graphqlWords } from './graphql-refusal.ts'
import { openLine } from './http-line.ts'
import type { HttpOptions } from './http.ts'
import { readReceipt } from './read-receipt.ts'
import { refuseFiles } from './refuse-unfit.ts'
import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

/** Where the parts of a receipt stand in the answer's `data`, as paths: `createTicket.ticket.number`. */
export type ReceiptPaths = { reference: string } & { [K in 'id' | 'token' | 'url' | 'expectBy' | 'next' | 'acceptedAt']?: string }

export interface GraphqlOptions extends ServiceOptions, Pick<HttpOptions, 'headers' | 'credentials'> {
  /** The document, with one mutation; with more, `operationName` says which. */
  mutation: string
  operationName?: string
  /** The mutation's variables: a function, or a map from their names to what of the issue goes into each; of a map one has to take `$text` or `$issue`. */
  variables: Record<string, From> | ((issue: Issue) => Record<string, unknown>)
  /** The variable that takes files, a list (`[Upload!]!`); empty where there are none. Without it, no files go this way. */
  files?: string
  /** Where the reference stands in `data`, or the receipt's parts. With `id`, an answer that names another issue is not a receipt. */
  receipt: string | ReceiptPaths
  /** The header that carries the issue's id, the same for every attempt; CORS has to allow it. `false`: none. Default `Idempotency-Key`. */
  key?: string | false
  /** Your word that one key, or one id among the variables, has one effect. Without it a lost answer may leave a second copy (`duplicates`). */
  idempotent?: boolean
  /** Codes of your own (`extensions.code`) that mean: not as it is. All unknown ones mean: another time. */
  refused?: readonly string[]
  /** A fresh, short-lived token, asked for with every attempt and once more where it is refused; sent as `Authorization: Bearer`. Not asked for a gap. */
  identity?: HttpOptions['identity']
}

/**
 * To a GraphQL backend of yours, by a mutation: one POST of `{ query, variables }`. Errors are failures in a 200, too, with or without data.
 * Which ones mean that the issue itself will not be taken is read from `extensions.code`, by the names that servers share, and from `refused`.
 * Files go as the multipart request specification has it, which is nobody's standard but many servers'; some of them ask for a header
 * of their own with it (`headers`). No threads.
 *
 * Checked 2026-11-22: https://graphql.github.io/graphql-over-http/draft/ (by what servers document of it: https://graphql.org/learn/debug-errors,
 * https://shopify.dev/changelog/posts/graphql-over-http), https://www.apollographql.com/docs/apollo-server/data/errors for the codes,
 * https://github.com/jaydenseric/graphql-multipart-request-spec for files.
 *
 * @throws {EarshotError} `transport/no-endpoint`, `transport/wrong-option`.
 */
export function graphql(endpoint: string | URL, options: GraphqlOptions): Transport {
  const { mutation, operationName, variables, files: into, receipt, key = 'Idempotency-Key', ...more } = options
  const { idempotent = false, refused = [], identity, ...rest } = more
  const line = openLine(endpoint, rest)
  expectOption(typeof mutation === 'string' && /\bmutation\b/.test(mutation), 'mutation', 'a document with a mutation', mutation)
  expectOption(operationName === undefined || isName(operationName), 'operationName', 'a name', operationName)
  if (typeof variables !== 'function') {
    expectFields('variables', variables)
    expectWhole('variables', variables)
  }
  const paths: ReceiptPaths = typeof receipt === 'string' ? { reference: receipt } : receipt
  expectOption(Object.values(paths ?? {}).every(isPath) && isPath(paths?.reference), 'receipt', 'a path into data, or paths with a reference', receipt)
  expectOption(into === undefined || isName(into), 'files', 'the name of a variable', into)
  expectOption(key === false || /^[\w-]+$/.test(key), 'key', 'the name of a header, or false', key)
  expectOption(Array.isArray(refused), 'refused', 'a list of codes', refused)

  const readOne = (data: unknown, issue: Issue): Receipt | undefined => {
    const found = Object.entries(paths).map(([name, path]) => [name, numberAsText(at(data, path))])
    return readReceipt({ id: issue.id, ...Object.fromEntries(found) }, issue.id, line.isoNow())
  }

  return {
    ...(!idempotent && { duplicates: 'possible' }),
    ...(into === undefined && { files: false }),
    async send(issue, attachments, { signal }) {
      if (into === undefined) refuseFiles('The mutation', issue, attachments)
      const given = typeof variables === 'function' ? variables(issue) : Object.fromEntries(fill(variables, issue))
      const { body, type } = graphqlBody(issue.id, { query: mutation, operationName, variables: given }, into, attachments)
      const headers = {
        Accept: 'application/graphql-response+json, application/json',
        'Content-Type': type,
        ...(key && { [key]: issue.id }),
      }
      const { said } = await line.identified(issue.kind === 'gap' ? undefined : identity, async token => {
        const call = { headers: { ...headers, Authorization: token && `Bearer ${token}` }, body, signal }
        const answer = await ask(line, call, said => graphqlWords(said, refused))
        const refusal = graphqlRefusal(answer.said, refused)
        if (refusal) throw refusal
        return answer
      })
      const taken = readOne(at(said, 'data'), issue)
      if (!taken) throw line.foreign(`a receipt of this issue in data.${paths.reference}`)
      return taken
    },
  }
}

const isName = (name: unknown) => typeof name === 'string' && /^[_a-z]\w*$/i.test(name)

const isPath = (path: unknown) => typeof path === 'string' && path !== '' && path.split('.').every(Boolean)

const numberAsText = (value: unknown) => (typeof value === 'number' ? String(value) : value)
