import { clean } from '../core/issue/clean.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Finding, FindingKind } from '../core/issue/finding.ts'
import { limits } from '../core/issue/issue.ts'
import { longStretches } from '../core/issue/long-stretches.ts'
import { blankOut, type StretchOptions } from '../core/issue/stretches.ts'
import { pointerOf } from '../core/support/json-pointer.ts'
import { isRecord, type Json } from '../core/support/json.ts'
import type { Context } from './context.ts'
import { numbered } from './numbered.ts'
import { redactionSettings } from './redaction-settings.ts'
import { putInto, textsOf, type Place } from './redaction-walk.ts'

/** What matters here of a field, as somebody wrote it. */
export interface Asking { name?: unknown; type?: unknown }

export interface RedactionRoom {
  /** What is blanked out of a draft, unless it is among what the draft has `revealed`. */
  findings(draft: Draft): Promise<Finding[]>
  /**
   * The draft as it may be sealed: blanked out. Attachments keep their bytes.
   * @param fields what its answers are answers to; default: those of its form.
   */
  redacted(draft: Draft, fields?: readonly Asking[]): Promise<Draft>
}

// A field that asks for one of these asks for it: what it is answered with is not taken out of the answer.
const asked: Readonly<Record<string, readonly FindingKind[]>> = { email: ['email'], phone: ['phone'] }

/** What stands between a draft and its sealing. It reduces what leaves the page; it does not find everything. */
export async function openRedaction(context: Context): Promise<RedactionRoom> {
  const settings = await redactionSettings(context.settings.redaction, context.tell)

  const find = async (data: Json | undefined, fields?: readonly Asking[]): Promise<Map<Place, Finding[]>> => {
    const record = isRecord(data) ? (data as Record<string, Json>) : {}
    const revealed = new Set(Array.isArray(record['revealed']) ? record['revealed'] : [])
    const spare = await askedFor(context, record, fields)
    const found = new Map<Place, Finding[]>()
    for (const place of textsOf(data)) {
      const pointer = pointerOf(place.path)
      const all = await longStretches(place.text, without(settings, spare(place.path)), breath)
      const meant = all.filter(({ text }) => !revealed.has(text)).map(each => ({ ...each, pointer }))
      if (meant.length) found.set(place, meant)
    }
    return found
  }

  return {
    async findings(draft) {
      return [...(await find(clean(draft))).values()].flat()
    },
    async redacted(draft, fields) {
      const data = clean(draft)
      if (!isRecord(data)) return draft
      for (const [place, found] of await find(data as Json, fields)) putInto(data as Json, { path: place.path, text: fitted(place, blankOut(place.text, found)) })
      const names = new Map((data['attachments'] as unknown as Draft['attachments'])?.map(({ id, name }) => [id, name]))
      const attachments = draft.attachments?.map(each => ({ ...each, name: names.get(each.id) ?? each.name }))
      return { ...(data as unknown as Draft), ...(attachments && { attachments }) }
    },
  }
}

const without = (settings: StretchOptions, more: readonly FindingKind[]): StretchOptions =>
  more.length ? { ...settings, off: [...(settings.off ?? []), ...more] } : settings

/** Lets the page do what waits. */
const breath = () => new Promise(resolve => setTimeout(resolve))

/** By place: kinds that were asked for there. */
async function askedFor(context: Context, { form, answers }: Record<string, Json>, given?: readonly Asking[]): Promise<(path: Place['path']) => readonly FindingKind[]> {
  if (!isRecord(answers)) return () => []
  const ofForm = async (form: string) => (await (await import('./form-room.ts')).deskForm(context, form)).fields
  const fields = given ?? (typeof form === 'string' && form ? await ofForm(form).catch(() => []) : [])
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  return ([room, name]) => {
    if (room !== 'answers' || typeof name !== 'string') return []
    return asked[String(types.get(name))] ?? (numbered.test(name) ? ['phone'] : [])
  }
}

const most: Readonly<Record<string, number>> = { summary: limits.summary, story: limits.story, outcome: limits.outcome }

/** A blank can be longer than what it stands for: a text that was within its limit stays so. */
function fitted({ path, text }: Place, blanked: string): string {
  const limit = path.length === 1 ? most[path[0]!] : path[0] === 'observations' && path[2] === 'text' ? limits.observation : undefined
  if (!limit || text.length > limit || blanked.length <= limit) return blanked
  return blanked.slice(0, limit - 1).replace(/\[[a-z]*$|[\ud800-\udbff]$/, '') + '…'
}
