import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Handover } from '../../desk/handover.ts'
import type { RungState } from '../../desk/state.ts'
import { caseText } from '../shared/case-text.ts'
import type { Say } from '../shared/say.ts'

/** What the customer has written last, as it stands: a question begun on the way here, else what was begun in another form. */
const writtenIn = ({ state: { drafts } }: Desk): Draft => drafts.get('question') ?? [...drafts.values()].findLast(({ story }) => story?.trim()) ?? { kind: 'question' }

/** The case for the owner's chat: what was written, without what looks personal, and what was searched and read unless it was taken out. */
export async function handOver(desk: Desk, rung: RungState, before: string | undefined, say: Say): Promise<Handover> {
  await desk.restore('question').catch(() => {})
  const { attachments: _, ...written } = writtenIn(desk)
  const out = new Set(Array.isArray(written.withheld) ? written.withheld : [])
  const found = await desk.enclosures().then(each => each.alongside(written), () => ({}) as Pick<Draft, 'subject' | 'journey'>)
  const { searches = [], articles = [] } = found.journey ?? {}
  const journey = { ...(!out.has('searches') && searches.length && { searches }), ...(!out.has('articles') && articles.length && { articles }) }
  const { subject, ...whole } = { ...written, journey, ...(written.story || !before ? {} : { story: before }) }
  const page = subject ?? found.subject
  const open = { ...whole, ...(page && !out.has('page') && !out.has('product') && { subject: page }) }
  const draft = await blanked(desk, open)
  const tried = draft.journey?.searches?.map(({ query }) => query) ?? []
  const text = [caseText(draft), tried.length ? say('people.searched', { queries: new Intl.ListFormat(desk.settings.locale, { type: 'unit' }).format(tried) }) : '', draft.subject?.url ?? ''].filter(Boolean).join('\n\n')
  return { rung, draft, text }
}

/** Without the stretches that would be blanked out of an issue. A desk that cannot look hands over nothing that was written. */
async function blanked(desk: Desk, draft: Draft): Promise<Draft> {
  const findings = await desk.findings(draft).catch(() => undefined)
  if (!findings) return { kind: draft.kind, ...(draft.contact && { contact: draft.contact }) }
  const blanks = new Map(findings.map(({ text, blank }) => [text, blank]))
  const cleared = (value: unknown): unknown =>
    typeof value === 'string' ? [...blanks].reduce((text, [secret, blank]) => text.replaceAll(secret, blank), value)
    : Array.isArray(value) ? value.map(cleared)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'contact' ? part : cleared(part)]))
    : value
  return cleared(draft) as Draft
}
