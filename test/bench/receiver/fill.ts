import type { Query } from '../../../src/receiver/query.ts'

/** The site that is looked at, and how many issues of others lie in the same tables. */
export const site = 'full'

const issue = (n: string) => `
  jsonb_build_object('version', 1, 'id', 'issue-' || ${n}, 'story', text, 'kind', kind, 'journey', jsonb_build_object('articles', jsonb_build_array(text)))`

/**
 * A year of a shop, written straight into the tables: one in twenty goes on from the one before, one in twelve is open, each has a side
 * remark and most have messages; all but a few were passed on.
 */
export async function fill(query: Query, count: number): Promise<void> {
  const steps = [
    `insert into issues (site, id, reference, kind, topic, summary, status, owner, created_at, accepted_at, expect_by, hash, token_hash, receipt, body, raw,
      search, audience, continues, level, rung, subject, person, answered_at)
    select $1, 'issue-' || n, 'E-' || n, kind, 'topic-' || n % 8, left(text, 60), status, '{"name":"Maria"}', at::text, at,
      case when kind <> 'gap' then at + interval '1 day' end, 'hash', 'token', jsonb_build_object('id', 'issue-' || n, 'reference', 'E-' || n, 'acceptedAt', at), body, body::text,
      'E-' || n || E'\\n' || text, 'team-' || n % 3, case when n % 20 = 0 then 'issue-' || n - 1 end, case when n % 20 = 0 then 2 else 1 end,
      case when n % 20 = 0 then 'lead' else 'team' end,
      case when n % 10 = 0 then 'customer-' || n % 1000 end, case when kind = 'praise' then 'Person ' || n % 40 end, case when status <> 'open' then at + interval '5 hours' end
    from (select *, ${issue('n')} as body from (
      select n, (array['problem', 'idea', 'question', 'praise', 'gap'])[1 + n % 5] as kind, now() - ($2::text::int - n) * interval '5 minutes' as at,
        case when n % 12 = 0 then 'open' when n % 7 = 0 then 'answered' else 'closed' end as status,
        'Customer ' || n || ' says: ' || repeat(md5(n::text) || ' does not work. ', 20) as text
      from generate_series(1, $2::text::int) n) made) whole`,
    `update issues set first = seq - 1 where site = $1 and level = 2 and $2::text is not null`,
    `insert into observations (issue, position, text, topic, audience)
      select seq, 1, 'A remark', 'topic-' || seq % 8, 'team-' || seq % 3 from issues where site = $1 and $2::text is not null`,
    `insert into messages (issue, id, at, sender, author, text, kind)
      select seq, 'message-' || turn, accepted_at + turn * interval '1 hour', case when turn = 1 then 'staff' else 'customer' end,
        case when turn = 1 then '{"name":"Ben"}'::jsonb end, 'Some words', case when turn = 2 and seq % 30 = 1 then 'praise' end
      from issues, generate_series(1, 2) turn where site = $1 and (turn = 1 or seq % 3 = 1) and $2::text is not null`,
    `insert into forwards (site, issue, forwarder, status, attempts, due_at, done_at, created_at, reference)
      select $1, seq, 'github', case when seq % 100 = 7 then 'waiting' when seq % 1000 = 3 then 'dead' else 'done' end, 1, accepted_at, accepted_at, accepted_at, '#' || seq
      from issues where site = $1 and $2::text is not null`,
    `insert into attachments (issue, position, id, name, type, size, sha256, place)
      select seq, 1, 'f', 'photo.png', 'image/png', 1000, 'sum', 'place-' || seq from issues where site = $1 and seq % 10 = 5 and $2::text is not null`,
    `insert into strays (place, since) select 'left-' || n, now() - n * interval '1 minute' from generate_series(1, $2::text::int / 10) n where $1::text is not null`,
  ]
  for (const step of steps) await query(step, [site, String(count)])
  await query('analyze')
}
