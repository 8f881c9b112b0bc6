import { awaited as awaitedIn, type Row } from './inbox-row.ts'
import { Refusal } from './refusal.ts'

/** `promise`: what is awaited first, the nearest or most broken promise on top; then what else is open; then the rest. */
export type InboxOrder = 'newest' | 'promise'

/** Rows that lie together in an order. Each part is found through an index of its own, and only as far as a page reaches. */
interface Part {
  /** Which rows; null: all. */
  where: string | null
  /** As an index has them. */
  sort: string
  /** What makes the cursor of a row. All ascending over all parts, so that one comparison of rows finds the next page. */
  keys: readonly string[]
}

const awaited = awaitedIn('issues')

const parts: Record<InboxOrder, readonly Part[]> = {
  newest: [{ where: null, sort: 'seq desc', keys: ['-seq'] }],
  promise: [
    // Of one promise to two customers the one who has waited longer comes first.
    { where: awaited, sort: 'expect_by, seq', keys: ['0', '(extract(epoch from expect_by) * 1000000)::bigint', 'seq'] },
    { where: `status = 'open' and not ${awaited}`, sort: 'seq desc', keys: ['1', '0', '-seq'] },
    { where: `status <> 'open'`, sort: 'seq desc', keys: ['2', '0', '-seq'] },
  ],
}

/**
 * Tables to begin a statement with. The last of them is `page`: the rows of `issues` by their `place`, with the `cursor` of each.
 * @param filter what rows have to fulfil besides
 * @param before the parameter with the cursor that they come after, whatever became of its row; or null
 * @param limit the parameter with how many
 */
export function pageOf(order: InboxOrder, filter: string, before: string, limit: string): string {
  const names = parts[order].map((_, index) => `part${index}`)
  const tables = parts[order].map(({ where, sort, keys }, index) => {
    const given = keys.map((_, key) => `split_part(${before}, '.', ${key + 1})::bigint`)
    // Of itself an index knows where to begin; of its negative it does not.
    const isAfter = order === 'newest' ? `seq < -${given[0]}` : `(${keys.join(', ')}) > (${given.join(', ')})`
    const found = names.slice(0, index).map(name => `(select count(*) from ${name})`)
    return `${names[index]} as (
      select seq as place, array[${keys.map(key => `(${key})::bigint`).join(', ')}] as keys from issues
      where ${filter}
        and ${where ?? 'true'} and (${before}::text is null or ${isAfter})
        ${found.length ? `and ${found.join(' + ')} < ${limit}::text::int` : ''}
      order by ${sort} limit ${limit}::text::int)`
  })
  return `with ${tables.join(', ')},
    page as (
      select place, keys, array_to_string(keys, '.') as cursor from (${names.map(name => `select * from ${name}`).join(' union all ')}) parts
      order by keys limit ${limit}::text::int)`
}

export const cursorOf = (row: Row): string => String(row['cursor'])

/** @throws {Refusal} 400 for what no page ended with. */
export function readCursor(before: string, order: InboxOrder): string {
  const numbers = before.split('.')
  if (numbers.length === parts[order][0]!.keys.length && numbers.every(part => /^-?\d{1,18}$/.test(part))) return before
  throw new Refusal(400, 'before: expected the `next` of an earlier answer in the same order.')
}
