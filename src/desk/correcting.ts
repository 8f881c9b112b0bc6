import type { Draft } from '../core/issue/draft.ts'
import { limits, type Attachment, type Issue } from '../core/issue/issue.ts'
import { summarize } from '../core/issue/summarize.ts'
import { isMessage } from '../core/outbox/message-record.ts'
import type { Outbox } from '../core/outbox/record.ts'
import type { Backroom } from './backroom.ts'
import type { Context } from './context.ts'
import { reduceDesk } from './reduce.ts'
import type { RedactionRoom } from './redaction.ts'
import { setAside } from './set-aside.ts'

export interface Correcting {
  readonly context: Context
  readonly back: Backroom
  readonly outbox: Pick<Outbox, 'get'>
  readonly redaction: () => Promise<RedactionRoom>
}

/**
 * Puts refused issues back into their forms, as corrections of them, with their files: the bytes lie only with the refused one, which
 * goes as soon as its correction is kept. What is being written there is set aside; where it cannot be, it stays, and so does the issue.
 */
export function openCorrecting(room: Correcting): (form: string, id: string) => Promise<void> {
  const { context, back } = room
  const written = (form: string) => context.state.drafts.get(form)
  let underway: Promise<unknown> = Promise.resolve()

  const correct = async (form: string, id: string) => {
    await back.restore(form).catch(() => {})
    // What was changed in one that was begun stays changed.
    if (written(form)?.replaces === id) return
    const draft = await correctionOf(room, id)
    if (!draft) return
    const before = written(form)
    const isFree = !before || (await setAside(context, back, { ...before, form }, draft))
    // Somebody is writing: theirs is not taken from under their hands.
    if (!isFree || before !== written(form)) return
    context.dispatch({ type: 'edited', form, draft: { ...draft, form } }, reduceDesk)
    back.keepDraft(form)
  }
  // Two presses at once are one.
  return (form, id) => {
    const now = underway.then(() => correct(form, id))
    underway = now.catch(() => {})
    return now
  }
}

/** All that was sealed goes along again, also fields nobody here knows; what the customer took out stays out. */
async function correctionOf({ context, outbox, redaction }: Correcting, id: string): Promise<Draft | undefined> {
  const { settings, state } = context
  const record = await outbox.get(id)
  const known = state.submissions.get(id)
  const issue = record && !isMessage(record) ? (JSON.parse(record.body) as Issue) : known?.status === 'refused' ? known.issue : undefined
  if (!issue) return undefined
  // What the device or the desk adds is added anew, and what went along of the page's errors is ticked anew.
  const { version: _v, id: _i, createdAt: _c, identity: _t, filling: _f, audience: _a, consent: _s, diagnostics: _d, summary, attachments, ...whole } = issue
  const { answers = {}, escalation, history, story = '' } = whole
  const bytes = new Map(record?.attachments.map(file => [file.id, file.bytes]))
  const files = attachments?.flatMap((info): Attachment[] => (bytes.has(info.id) ? [{ ...info, bytes: bytes.get(info.id)! }] : []))
  const taken = escalation ? [] : (settings.details ?? []).filter(({ name }) => !Object.hasOwn(answers, name))
  // Of an earlier step all has left already, the way the customer let it stand; nothing of it can be seen in a form.
  const before = history && (await (await redaction()).findings({ kind: issue.kind, history }))
  return {
    subject: {},
    journey: {},
    environment: {},
    ...whole,
    ...(summary !== undefined && summary !== summarize(story, limits.summary) && { summary }),
    ...(files?.length && { attachments: files }),
    ...(taken.length && { withheld: taken.map(({ name }) => `detail:${name}`) }),
    ...(before?.length && { revealed: before.map(({ text }) => text) }),
    replaces: id,
  }
}
