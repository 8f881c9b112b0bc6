import { awaited as awaitedIn, type Row } from './inbox-row.ts'
import { Refusal } from './refusal.ts'

/** `promise`: what is awaited first, the nearest or most broken promise on top; then what else is open; then the rest. */
export type InboxOrder = 'newest' | 'promise'

const awaited = awaitedIn('issues')

/** What stands in `order by`, and what makes the cursor of a row. All ascending, so that one comparison of rows finds the next page. */
const keys: Record<InboxOrder, readonly string[]> = {
  newest: ['-seq'],
  promise: [
    `case when ${awaited} then 0 when status = 'open' then 1 else 2 end`,
    `case when ${awaited} then (extract(epoch from expect_by) * 1000)::bigint else 0 end`,
    // Of one promise to two customers the one who has waited longer comes first.
    `case when ${awaited} then seq else -seq end`,
  ],
}

export const orderBy = (order: InboxOrder): string => keys[order].join(', ')

/** Selects the cursor along with a row. */
export const cursorColumn = (order: InboxOrder): string => `concat_ws('.', ${keys[order].join(', ')}) as cursor`

/** Whether a row comes after the cursor, whatever became of the row the cursor was made of. `$parameter` is the cursor's text or null. */
export function isAfter(order: InboxOrder, parameter: string): string {
  const given = keys[order].map((_, index) => `split_part(${parameter}, '.', ${index + 1})::bigint`)
  return `(${parameter}::text is null or (${keys[order].join(', ')}) > (${given.join(', ')}))`
}

export const cursorOf = (row: Row): string => String(row['cursor'])

/** @throws {Refusal} 400 for what no page ended with. */
export function readCursor(before: string, order: InboxOrder): string {
  const numbers = before.split('.')
  if (numbers.length === keys[order].length && numbers.every(part => /^-?\d{1,18}$/.test(part))) return before
  throw new Refusal(400, 'before: expected the `next` of an earlier answer in the same order.')
}
