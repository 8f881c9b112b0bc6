import { cursorOf, pageOf, type InboxOrder } from './inbox-order.ts'
import { awaited, caseColumns, inboxColumns, toCaseStep, toInboxRow, type CaseStep, type InboxRow, type Row } from './inbox-row.ts'
import type { Query } from './query.ts'
import { sameCase } from './store-cases.ts'

export interface InboxFilter {
  kind?: string
  topic?: string
  audience?: string
  status?: string
  q?: string
  rung?: string
  person?: string
  level?: number
  late?: true
  synthetic?: true
  /** Only what looks like spam, or only what does not. */
  suspicious?: boolean
  order: InboxOrder
  before?: string
  limit: number
}

/** How many there are under each name. */
type Count = Record<string, number>

const facets = ['kind', 'topic', 'audience', 'status', 'level', 'rung']

export interface InboxCounts { total: number; kind: Count; topic: Count; audience: Count; status: Count; level: Count; rung: Count; late: number; suspicious: number }

/** `next` goes into `before` for what follows. A topic and an audience find issues and observations alike. */
export async function listIssues(query: Query, site: string, filter: InboxFilter, now: number): Promise<{ issues: InboxRow[]; next?: string }> {
  const { kind = null, topic = null, audience = null, status = null, q = null, before = null, rung = null, person = null, limit } = filter
  const wanted = `
    site = $1 and ($2::text is null or kind = $2) and ($3::text is null or status = $3)
      and ($4::text is null or topic = $4 or exists (select from observations o where o.issue = issues.seq and o.topic = $4))
      and ($5::text is null or strpos(lower(search), lower($5)) > 0)
      and ($8::text is null or audience = $8 or exists (select from observations o where o.issue = issues.seq and o.audience = $8))
      and ($9::text is null or rung = $9) and ($10::text is null or lower(person) = lower($10))
      and ($11::text is null or level = $11::text::int)
      and ($12::text is null or (${awaited('issues')} and expect_by < $12::text::timestamptz))
      and ($13::text is not null or not synthetic)
      and ($14::text is null or (suspicions is not null) = $14::text::boolean)`
  const { rows } = await query(
    `${pageOf(filter.order, wanted, '$6', '$7')}
    select ${inboxColumns}, cursor from page join issues on issues.seq = page.place order by page.keys`,
    [site, kind, status, topic, q, before, String(limit + 1), audience, rung, person, filter.level === undefined ? null : String(filter.level),
      filter.late ? new Date(now).toISOString() : null, filter.synthetic ? 'yes' : null, filter.suspicious === undefined ? null : String(filter.suspicious)])
  const page = rows.slice(0, limit)
  return { issues: page.map(row => toInboxRow(row, now)), ...(rows.length > limit && { next: cursorOf(page.at(-1)!) }) }
}

/**
 * How many there are in all, whatever the filters; an issue counts once under each of its topics, and of its audiences.
 * What the owner sent as a test counts nowhere, unless it is asked for. What looks like spam counts like all else.
 */
export async function countIssues(query: Query, site: string, now: number, synthetic = false): Promise<InboxCounts> {
  const counted = `site = $1 and ($2::text = 'yes' or not synthetic)`
  const whichever = (what: (name: string) => string) => facets.map(name => `when grouping(${name}) = 0 then ${what(name)}`).join(' ')
  const differs = (name: string) => `(aside.${name} is not null and aside.${name} is distinct from issues.${name})`
  const asides = (name: string) => `select '${name}', ${name}, count(distinct issue), null from asides group by ${name}`
  // All issues are read once, and not once for each name.
  const { rows } = await query(
    `with asides as materialized (
      select aside.issue, case when ${differs('topic')} then aside.topic end as topic, case when ${differs('audience')} then aside.audience end as audience
      from observations aside join issues on issues.seq = aside.issue where ${counted} and (${differs('topic')} or ${differs('audience')})),
    every as (
      select case ${whichever(name => `'${name}'`)} else 'total' end as facet, case ${whichever(name => `${name}::text`)} else '' end as value,
        count(*) as count, count(suspicions) as suspicious
      from issues where ${counted} group by grouping sets ((), ${facets.map(name => `(${name})`).join(', ')})
      union all ${asides('topic')}
      union all ${asides('audience')}
      union all select 'late', '', count(*), null from issues where ${counted} and ${awaited('issues')} and expect_by < $3::text::timestamptz)
    select facet, value, sum(count)::int as count, sum(suspicious)::int as suspicious from every where value is not null group by facet, value`,
    [site, synthetic ? 'yes' : 'no', new Date(now).toISOString()])
  const facet = (name: string) => rows.filter(row => row['facet'] === name)
  const named = (name: string) => Object.fromEntries(facet(name).map(row => [row['value'], row['count']])) as Count
  return {
    total: named('total')['']!, kind: named('kind'), topic: named('topic'), audience: named('audience'), status: named('status'),
    level: named('level'), rung: named('rung'), late: named('late')['']!, suspicious: facet('total')[0]!['suspicious'] as number,
  }
}

/** One issue's row with its body. */
export async function findIssueRow(query: Query, site: string, id: string): Promise<Row | undefined> {
  const { rows } = await query(`select ${inboxColumns}, body from issues where site = $1 and id = $2`, [site, id])
  return rows[0]
}

/** The issues of the same case, the first one first. */
export async function findCase(query: Query, site: string, id: string, now: number): Promise<CaseStep[]> {
  const { rows } = await query(
    `select ${caseColumns('step')} from issues mine join issues step on step.site = mine.site and ${sameCase('mine', 'step')}
    where mine.site = $1 and mine.id = $2 order by step.seq`, [site, id])
  return rows.map(row => toCaseStep(row, now))
}
