import type { Query } from './query.ts'

/** In order; what is published is never changed, only followed. */
const migrations: readonly string[] = [
  `
  create table secrets (name text primary key, value text not null);
  create table issues (
    seq bigint generated always as identity primary key,
    site text not null,
    id text not null,
    reference text not null,
    kind text not null,
    topic text,
    form text,
    summary text,
    status text not null default 'open' check (status in ('open', 'answered', 'closed')),
    owner jsonb,
    verified jsonb,
    created_at text not null,
    accepted_at timestamptz not null,
    expect_by timestamptz,
    hash text not null,
    token_hash text not null,
    receipt jsonb not null,
    body jsonb not null,
    raw text not null,
    search text not null,
    unique (site, id),
    unique (site, reference)
  );
  create index on issues (site, kind, seq);
  create index on issues (site, status, seq);
  create table observations (
    seq bigint generated always as identity primary key,
    issue bigint not null references issues (seq) on delete cascade,
    position int not null,
    text text not null,
    topic text
  );
  create index on observations (issue);
  create table attachments (
    seq bigint generated always as identity primary key,
    issue bigint not null references issues (seq) on delete cascade,
    position int not null,
    id text not null,
    name text not null,
    type text not null,
    size bigint not null,
    sha256 text not null,
    bytes bytea not null
  );
  create index on attachments (issue);
  create table messages (
    seq bigint generated always as identity primary key,
    issue bigint not null references issues (seq) on delete cascade,
    id text not null,
    at timestamptz not null,
    sender text not null check (sender in ('customer', 'staff')),
    author jsonb,
    text text not null,
    unique (issue, id)
  );`,
  // The department an issue, or a side remark, is for.
  `
  alter table issues add column audience text;
  alter table observations add column audience text;
  create index on issues (site, audience, seq);`,
  // One case from first to last: issues that continue one another share their messages; who may read them, who helped, what was promised.
  `
  alter table issues
    -- The first issue of the case; null: itself.
    add column first bigint references issues (seq) on delete set null,
    -- What the issue says it continues, proven or not.
    add column continues text,
    add column level int not null default 1,
    add column rung text,
    add column subject text,
    add column person text,
    add column leaving boolean not null default false,
    add column repeats int not null default 0,
    add column synthetic boolean not null default false,
    -- When staff first answered, and when the case was last solved, for medians and for what is asked later.
    add column answered_at timestamptz,
    add column solved_at timestamptz,
    add column changed_at timestamptz not null default now();
  create index on issues (first);
  create index on issues (coalesce(first, seq));
  create index on issues (site, subject, seq) where subject is not null;
  create index on issues (site, person, seq) where person is not null;
  create index on issues (site, expect_by) where status = 'open';
  create index on issues (site, answered_at) where answered_at is not null;
  alter table messages
    add column kind text,
    add column fields jsonb,
    add column answer_to text,
    add column answers jsonb,
    add column rating jsonb,
    -- Of everything it says, its files included: tells a repeat from another message under the same id.
    add column hash text;
  alter table attachments add column message bigint references messages (seq) on delete cascade;
  create index on attachments (message) where message is not null;
  create table shares (
    seq bigint generated always as identity primary key,
    issue bigint not null references issues (seq) on delete cascade,
    token_hash text not null unique,
    code_hash text,
    code_until timestamptz,
    created_at timestamptz not null
  );
  create index on shares (issue);
  -- Linked to its case by a shared key, which can be taken back: whoever wrote it then sees it alone.
  alter table issues
    add column lent boolean not null default false,
    add column through bigint references shares (seq) on delete set null;
  create index on issues (through) where through is not null;
  create index on shares (code_hash) where code_hash is not null;
  create table duty (
    site text not null,
    person text not null,
    rung text not null,
    until timestamptz not null,
    primary key (site, person, rung)
  );`,
  // Issues, and what follows them, on their way to other systems; what looks like spam; files that lie elsewhere.
  `
  create table forwards (
    seq bigint generated always as identity primary key,
    site text not null,
    issue bigint not null references issues (seq) on delete cascade,
    -- What of the issue: null, null: itself; a message of its thread; the position of a side remark.
    message bigint references messages (seq) on delete cascade,
    observation int,
    forwarder text not null,
    -- Only while the issue looks like spam, or only while it does not; null: however it looks.
    suspicious boolean,
    -- Dead: it needs a person. Given up: a person has decided.
    status text not null default 'waiting' check (status in ('waiting', 'done', 'dead', 'given-up')),
    -- Counted before each is begun, and for good: after the first, something may have arrived.
    attempts int not null default 0,
    -- Those made before somebody said to try again.
    forgiven int not null default 0,
    due_at timestamptz not null,
    -- Until then one worker has it.
    claimed_until timestamptz,
    failure jsonb,
    -- The issue's labels as the first attempt told them: every other one tells the same.
    suspicions jsonb,
    -- What the other system answered; its reference is how its webhooks name the issue.
    receipt jsonb,
    reference text,
    created_at timestamptz not null,
    done_at timestamptz
  );
  create unique index on forwards (issue, forwarder, coalesce(message, 0), coalesce(observation, 0));
  create index on forwards (site, forwarder, due_at) where status = 'waiting';
  create index on forwards (site, seq) where status = 'dead';
  create index on forwards (site, forwarder, reference) where reference is not null;
  -- What other systems told, by their own ids: each counts once.
  create table news (
    site text not null,
    forwarder text not null,
    id text not null,
    issue bigint not null references issues (seq) on delete cascade,
    at timestamptz not null,
    primary key (site, forwarder, id)
  );
  create index on news (issue);
  alter table issues
    -- Why it looks like spam: labels for the staff, never a reason to hide it.
    add column suspicions jsonb;
  alter table attachments
    -- The key under which the store of files has it; null: its bytes are here.
    add column place text,
    alter column bytes drop not null;
  create unique index on attachments (place) where place is not null;
  -- Files in the store that no row names: on their way in, left behind, or of rows that were deleted.
  create table strays (place text primary key, since timestamptz not null default now());
  create index on strays (since);
  create function earshot_strays() returns trigger language plpgsql as $strays$ begin
    if tg_op = 'INSERT' then delete from strays where place = new.place;
    elsif old.place is not null then insert into strays (place) values (old.place) on conflict do nothing;
    end if;
    return null;
  end $strays$;
  create trigger earshot_strays after insert or delete on attachments for each row execute function earshot_strays();
  -- The newest of a site, however many of other sites came between.
  create index on issues (site, seq);
  -- Few issues follow another one: the others need not be written into it.
  drop index if exists issues_first_idx;
  create index on issues (first) where first is not null;
  -- Nothing is found by it, for side remarks have departments, too; and a name too long for an index made an issue that could not be kept.
  drop index if exists issues_site_audience_seq_idx;`,
]

/** There is not even the table to look into; whatever else is wrong, the next statement would meet it, too. */
function isNew(error: unknown): false {
  if ((error as { code?: unknown } | null)?.code === '42P01') return false
  throw error
}

/**
 * Brings the tables up to date. Each step is one statement and so one transaction, under a lock:
 * two processes that start at once do not meet, on a pool as on a single connection.
 */
export async function migrate(query: Query): Promise<void> {
  // Where a receiver is made for each request, this is asked each time.
  if (await isMigrated(query).catch(isNew)) return
  for (const [index, step] of migrations.entries()) {
    await query(`do $migration$ begin
      perform pg_advisory_xact_lock(727277668);
      create table if not exists earshot_migrations (version int primary key, applied_at timestamptz not null default now());
      if not exists (select from earshot_migrations where version = ${index + 1}) then
        ${step}
        insert into earshot_migrations (version) values (${index + 1});
      end if;
    end $migration$`)
  }
}

/** Whether the tables are as this version needs them, or newer: the others may be a step ahead while a new version is rolled out. */
export async function isMigrated(query: Query): Promise<boolean> {
  const { rows } = await query('select max(version)::int as version from earshot_migrations')
  return Number(rows[0]?.['version']) >= migrations.length
}

/** A secret kept in the database: the first process to ask mints it, all others read the same. */
export async function keepSecret(query: Query, name: string, fresh: string): Promise<string> {
  await query('insert into secrets (name, value) values ($1, $2) on conflict do nothing', [name, fresh])
  const { rows } = await query('select value from secrets where name = $1', [name])
  return String(rows[0]!['value'])
}
