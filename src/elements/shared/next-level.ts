import { html, nothing, type LitElement } from 'lit'
import type { Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Thread } from '../../core/issue/thread.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, NextLevel } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { emptySent } from './empty-sent.ts'
import { EarshotEscalateEvent } from './events.ts'
import { adopt } from './field-parts/adopt.ts'
import { focusOn } from './focus-on.ts'
import { nextLevelStyles } from './next-level.styles.ts'
import { moment } from './moment.ts'
import { outsideList } from './outside-list.ts'
import type { Say } from './say.ts'
import { standing } from './standing.ts'

/** The case that may go further. */
export interface Standing { readonly issue: Issue; readonly receipt?: Receipt | undefined; readonly thread?: Thread | undefined }

export interface NextLevelHooks {
  announce(text: string): void
  /** Leads on to another view. */
  step(view: View): void
  /** The case has gone further, as this issue. Default: it is said in place. */
  taken?(id: string): void
}

interface Entry { key?: string; asked?: boolean; level?: NextLevel; open?: boolean; busy?: boolean; error?: boolean; taken?: string; note?: 'further.undone' | 'further.tooLate' }

/**
 * "Take this further": who is next, when they answer and why it is offered, at one press, with a way back. For any number of cases of
 * one element, which hands in its `say`; nothing is drawn before the desk has said where the case can go.
 */
export class NextLevelPart {
  // By issue.
  readonly #entries = new Map<string, Entry>()
  readonly #host: LitElement
  readonly #say: Say
  readonly #hooks: NextLevelHooks

  constructor(host: LitElement, say: Say, hooks: NextLevelHooks) {
    this.#host = host
    this.#say = say
    this.#hooks = hooks
  }

  template(desk: Desk, state: DeskState, standing: Standing) {
    adopt(this.#host, nextLevelStyles)
    const { id } = standing.issue
    const entry = this.#entries.get(id) ?? {}
    this.#entries.set(id, entry)
    this.#ask(desk, state, standing, entry)
    const { level } = entry
    if (!level) return nothing
    const taken = entry.taken ?? level.taken
    if (taken) return this.#taken(desk, level, entry, taken)
    if (!level.rung && !level.because && !level.outside.length) return nothing
    const inside = entry.open || level.because ? (level.rung ? this.#offer(desk, standing, level, entry) : this.#top(level)) : nothing
    return html`<div class="further" id="further-${id}" tabindex="-1">
      ${entry.note ? html`<p class="quiet">${this.#say(entry.note)}</p>` : nothing}
      ${level.because
        ? html`<p><strong>${this.#because(level, standing, desk.settings.locale)}</strong></p>`
        : html`<button class="plain" type="button" aria-expanded=${entry.open ? 'true' : 'false'} @click=${() => this.#change(entry, { open: !entry.open })}>
            ${this.#say('further.ask')}
          </button>`}
      ${inside}
    </div>`
  }

  /** Whether the customer may take it further whenever they like: there is somebody next, and it is not with them yet. */
  isOffered(id: string): boolean {
    const { level, taken } = this.#entries.get(id) ?? {}
    return Boolean(level?.rung && !level.because && !(taken ?? level.taken))
  }

  /** Whether it is known what there is to be drawn: until then it may still come, and push what stands below. */
  settled(id: string): boolean {
    return this.#entries.get(id)?.asked ?? false
  }

  #offer(desk: Desk, { issue }: Standing, { rung }: NextLevel, entry: Entry) {
    const { id } = issue
    const time = moment(rung!.answerBy, desk.settings.locale)
    const form = `further:${id}`
    return html`<p>
        ${this.#say('further.next', { name: rung!.name })}
        ${time ? this.#say('further.answers', { time }) : nothing}
      </p>
      <p class="quiet">${this.#say('further.along')}</p>
      <div class="field">
        <label for="why-${id}">${this.#say('further.reason')}</label>
        <textarea id="why-${id}" dir="auto" rows="2" .value=${desk.state.drafts.get(form)?.story ?? ''}
          @input=${({ target }: Event) => desk.edit(form, { story: (target as HTMLTextAreaElement).value })}></textarea>
      </div>
      ${entry.error ? html`<p class="error">${this.#say('error.notKept')}</p>` : nothing}
      <div><button class="button" type="button" aria-disabled=${entry.busy ? 'true' : nothing} @click=${() => this.#take(desk, issue, entry)}>
        ${this.#say('receipt.escalate')}
      </button></div>`
  }

  #top({ outside }: NextLevel) {
    return html`<p>${this.#say('people.top')}</p>
      ${outsideList(outside, this.#say)}
      <div><button class="button second" type="button" @click=${() => this.#hooks.step({ name: 'people' })}>${this.#say('person')}</button></div>`
  }

  #taken(desk: Desk, { issue, rung }: NextLevel, entry: Entry, taken: string) {
    return html`<div class="further">
      <p id="further-${issue}" tabindex="-1">${this.#whoHas(desk, taken, entry.taken ? rung?.name : undefined)}</p>
      ${entry.note ? html`<p class="quiet">${this.#say(entry.note)}</p>` : nothing}
      <div class="actions">
        <button class="button second" type="button" @click=${() => this.#hooks.step({ name: 'request', id: taken })}>${this.#say('further.show')}</button>
        <button class="plain" type="button" aria-disabled=${entry.busy ? 'true' : nothing} @click=${() => this.#takeBack(desk, issue, entry, taken)}>
          ${this.#say('further.undo')}
        </button>
      </div>
    </div>`
  }

  /** Nobody has it before there is a receipt. */
  #whoHas(desk: Desk, taken: string, name: string | undefined) {
    const submission = desk.state.submissions.get(taken)
    const now = submission ? standing(submission) : 'accepted'
    return now === 'accepted' ? this.#has(name) : this.#say(now === 'kept' ? 'reply.kept' : `underway.${now}`)
  }

  #has(name: string | undefined) {
    return name ? this.#say('further.done', { name }) : this.#say('receipt.further')
  }

  #because({ because }: NextLevel, { thread, receipt }: Standing, locale: string) {
    const time = moment(thread?.expectBy ?? receipt?.expectBy, locale)
    if (because === 'late') return time ? this.#say('further.late', { time }) : this.#say('further.lateUntold')
    return this.#say(because === 'reopened' ? 'further.reopened' : because === 'bad-rating' ? 'further.badRating' : 'further.notSolved')
  }

  /** Anew whenever the case has moved; what was known is shown meanwhile. */
  #ask(desk: Desk, state: DeskState, { issue: { id }, thread, receipt }: Standing, entry: Entry) {
    const moved = [...state.submissions.values()].filter(({ issue }) => issue.escalation?.of === id).map(({ id, status }) => [id, status])
    const isOver = Date.parse(thread?.expectBy ?? receipt?.expectBy ?? '') < Date.now()
    const key = JSON.stringify([isOver, thread?.status, thread?.messages.length, thread?.expectBy, thread?.continuedBy?.id, moved])
    if (key === entry.key) return
    entry.key = key
    const asked = { asked: true }
    desk.nextLevel(id).then(level => entry.key === key && this.#change(entry, { ...asked, level }), () => this.#change(entry, asked))
  }

  async #take(desk: Desk, issue: Issue, entry: Entry) {
    if (entry.busy || entry.taken || !this.#host.dispatchEvent(new EarshotEscalateEvent(issue))) return
    const form = `further:${issue.id}`
    const story = desk.state.drafts.get(form)?.story
    this.#change(entry, { busy: true, error: false })
    try {
      const submission = await desk.escalate(issue.id, story?.trim() || undefined)
      const { id, receipt } = submission
      if (story) void emptySent(desk, { form, to: issue.id, parts: { story } }, [submission])
      delete entry.note
      this.#change(entry, { taken: id, busy: false })
      const name = entry.level?.rung?.name
      this.#hooks.announce(this.#whoHas(desk, id, name))
      // A refusal is told where it is shown.
      void receipt.then(() => entry.taken === id && this.#hooks.announce(this.#has(name)), () => {})
      if (this.#hooks.taken) return this.#hooks.taken(id)
      await focusOn(this.#host, `further-${issue.id}`)
    } catch (error) {
      // Somebody was faster, or it is at the top: the desk says which.
      const { code } = error as { code?: string }
      delete entry.key
      const known = code === 'desk/top-of-ladder' || code === 'desk/already-escalated'
      this.#change(entry, { busy: false, error: !known })
      if (!known) this.#hooks.announce(this.#say('error.notKept'))
    }
  }

  async #takeBack(desk: Desk, issue: string, entry: Entry, taken: string) {
    if (entry.busy) return
    this.#change(entry, { busy: true })
    const undone = await desk.withdraw(taken).catch(() => false)
    if (undone) for (const part of ['taken', 'level', 'key'] as const) delete entry[part]
    const note = undone ? 'further.undone' : 'further.tooLate'
    this.#change(entry, { busy: false, note })
    this.#hooks.announce(this.#say(note))
    if (undone) await focusOn(this.#host, `further-${issue}`)
  }

  #change(entry: Entry, parts: Entry) {
    Object.assign(entry, parts)
    this.#host.requestUpdate()
  }
}
