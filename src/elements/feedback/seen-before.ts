import { html, nothing, type LitElement } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk, Submission } from '../../desk/desk.ts'
import type { Request } from '../../desk/state.ts'
import { caseText } from '../shared/case-text.ts'
import { givenIn } from '../shared/contact-words.ts'
import { dotted } from '../shared/dotted.ts'
import { emptySent, isWaiting } from '../shared/empty-sent.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { retold } from './retold.ts'
import { seenBeforeStyles } from './seen-before.styles.ts'
import type { Pressed } from './sending.ts'

/** What the customer's answer leads to. */
export interface Ways {
  /** It goes as an issue of its own, with this added. */
  send(more: Partial<Draft>): void
  /** It was added to the request of that id. */
  sent(id: string): void
}

interface Question {
  readonly pressed: Pressed
  readonly ways: Ways
  readonly requests: readonly Request[]
  /** What went to one of them before the rest could not: by all that was said in it. */
  readonly gone: Map<string, Submission>
}

/** "You may have written about this before": asked once for a draft, when it is about to go. Continuing there retypes nothing. */
export class SeenBefore {
  #question: Question | undefined
  // Forms whose draft was asked about.
  readonly #asked = new Set<string>()
  #busy = false
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    adopt(host, seenBeforeStyles)
    this.#host = host
    this.#say = say
  }

  /** Another form, or the same one anew. */
  begin() {
    this.#question = undefined
    this.#asked.clear()
  }

  /** Shows the question, and answers with what to say to those who do not see it; undefined where nothing is in this draft's way, such as a second press. */
  async ask(pressed: Pressed, ways: Ways): Promise<(() => string) | undefined> {
    const { desk, form } = pressed
    this.#question = undefined
    const draft = form.outgoing(pressed.draft())
    // A correction is about the one it corrects; a member of staff writes for somebody else each time.
    const isNamed = draft.replaces ?? draft.repeatOf ?? draft.parent ?? draft.filedBy
    if (isNamed || desk.settings.staff || this.#asked.has(form.id)) return undefined
    this.#asked.add(form.id)
    const requests = await desk.recent(draft)
    if (!requests.length) return undefined
    return () => {
      this.#question = { pressed, ways, requests, gone: new Map() }
      this.#host.requestUpdate()
      return [this.#say('before.title'), requests.length === 1 && this.#hasIt(requests[0]!), this.#say('before.question')].filter(Boolean).join(' ')
    }
  }

  template(desk: Desk) {
    if (!this.#question) return nothing
    const { requests, ways, gone } = this.#question
    const [{ id, issue }] = requests as [Request]
    const again = { repeatOf: id, repeats: (issue.repeats ?? 0) + 1 }
    const button = (look: string, label: string, more: Partial<Draft>) =>
      html`<button class=${look} type="button" aria-disabled=${this.#busy ? 'true' : nothing} @click=${() => this.#busy || ways.send(more)}>${label}</button>`
    return html`<div class="before" id="before" tabindex="-1" role="group" aria-labelledby="before-title">
      <p id="before-title"><strong>${this.#say('before.title')}</strong></p>
      <ul>${requests.map(request => this.#row(request, requests.length === 1, desk.settings.locale))}</ul>
      <p class="quiet">${this.#say('before.question')}</p>
      ${gone.size && !this.#busy ? html`<p class="error">${this.#say('error.notKept')}</p>` : nothing}
      <div class="actions">
        ${button('plain', this.#say('before.other'), {})} ${button('plain', this.#say('before.again'), again)}
      </div>
    </div>`
  }

  #row(request: Request, isOnly: boolean, locale: string) {
    const { issue } = request
    const summary = issue.summary ?? caseText(issue).slice(0, 140)
    const time = moment(issue.createdAt, locale)
    const label = this.#say('before.continue')
    return html`<li>
      <p class="summary" dir="auto">${summary}</p>
      <p class="quiet">${dotted([time && this.#say('before.written', { time }), this.#hasIt(request)])}</p>
      <button class="button second" type="button" aria-label=${isOnly || !summary ? nothing : this.#say('before.continueNamed', { summary })}
        aria-disabled=${this.#busy ? 'true' : nothing} @click=${() => this.#continue(request)}>${label}</button>
    </li>`
  }

  #hasIt({ thread, receipt }: Request) {
    const name = (thread?.owner ?? receipt?.owner)?.name
    return name && this.#say('receipt.owner', { name })
  }

  async #continue(request: Request) {
    if (this.#busy) return
    const { pressed, ways, requests, gone } = this.#question!
    const { desk, form, announce } = pressed
    const draft = pressed.draft()
    const { kind: _kind, form: _form, ...parts } = draft
    const sent = { form: form.id, to: request.id, parts }
    this.#turn(true)
    try {
      // Here again while it waits: it went.
      const later = isWaiting(desk, sent) || emptySent(desk, sent, await this.#reply(request, form.outgoing(draft), this.#question!), form.initial)
      announce(this.#say(later ? 'underway.memory' : 'before.kept'))
    } catch {
      this.#turn(false)
      // The rest stays here, to be tried again: as an issue, what went already would go twice.
      if (gone.size) return announce(this.#say('error.notKept'))
      // A backend that takes no messages: it goes as one that names the earlier one.
      return ways.send({ repeatOf: requests[0]!.id, repeats: (requests[0]!.issue.repeats ?? 0) + 1 })
    }
    this.#turn(false)
    ways.sent(request.id)
  }

  /** All that was said, but for what went there already. */
  async #reply({ id }: Request, draft: Draft, { pressed, gone }: Question): Promise<Submission[]> {
    const { desk, form } = pressed
    const { attachments = [], rating, contact = {} } = draft
    const [first = '', ...rest] = retold(form, draft, desk.settings.locale, this.#say)
    const messages = [{ text: first, ...(attachments.length && { attachments }), ...(rating && { rating }) }, ...rest.map(text => ({ text }))]
    const posted: Submission[] = []
    for (const { text, ...extra } of messages) {
      const said = JSON.stringify([id, posted.length, text, extra])
      const submission = gone.get(said) ?? (await desk.reply(id, text, { ...extra, revealed: [...(draft.revealed ?? []), ...(await givenIn(text, contact, desk))] }))
      gone.set(said, submission)
      posted.push(submission)
    }
    return posted
  }

  #turn(busy: boolean) {
    this.#busy = busy
    this.#host.requestUpdate()
  }
}

export const open = (host: LitElement, say: Say) => new SeenBefore(host, say)
