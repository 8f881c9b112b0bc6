import { html, nothing, type LitElement } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Request } from '../../desk/state.ts'
import { caseText } from '../shared/case-text.ts'
import { givenIn } from '../shared/contact-words.ts'
import { dotted } from '../shared/dotted.ts'
import { emptied } from '../shared/emptied.ts'
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

interface Question { readonly pressed: Pressed; readonly ways: Ways; readonly requests: readonly Request[] }

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
      this.#question = { pressed, ways, requests }
      this.#host.requestUpdate()
      return [this.#say('before.title'), requests.length === 1 && this.#hasIt(requests[0]!), this.#say('before.question')].filter(Boolean).join(' ')
    }
  }

  template(desk: Desk) {
    if (!this.#question) return nothing
    const { requests, ways } = this.#question
    const [{ id, issue }] = requests as [Request]
    const again = { repeatOf: id, repeats: (issue.repeats ?? 0) + 1 }
    const button = (look: string, label: string, more: Partial<Draft>) =>
      html`<button class=${look} type="button" aria-disabled=${this.#busy ? 'true' : nothing} @click=${() => this.#busy || ways.send(more)}>${label}</button>`
    return html`<div class="before" id="before" tabindex="-1" role="group" aria-labelledby="before-title">
      <p id="before-title"><strong>${this.#say('before.title')}</strong></p>
      <ul>${requests.map(request => this.#row(request, requests.length === 1, desk.settings.locale))}</ul>
      <p class="quiet">${this.#say('before.question')}</p>
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
    const { pressed, ways, requests } = this.#question!
    if (this.#busy) return
    this.#turn(true)
    const { desk, form, announce } = pressed
    const typed = pressed.draft()
    const draft = form.outgoing(typed)
    try {
      const [first = '', ...rest] = retold(form, draft, desk.settings.locale, this.#say)
      const reply = async (text: string, more: Pick<Draft, 'attachments' | 'rating'>) => {
        const { attachments, rating } = more
        const revealed = [...(draft.revealed ?? []), ...(await givenIn(text, draft.contact ?? {}, desk))]
        await desk.reply(request.id, text, { revealed, ...(attachments?.length && { attachments }), ...(rating && { rating }) })
      }
      await reply(first, draft)
      for (const text of rest) await reply(text, {})
      desk.edit(form.id, { ...emptied(...Object.keys(typed).filter(part => part !== 'kind' && part !== 'form')), ...form.initial })
      announce(this.#say('before.kept'))
      this.#turn(false)
      ways.sent(request.id)
    } catch {
      // A backend that takes no messages: it goes as one that names the earlier one.
      this.#turn(false)
      ways.send({ repeatOf: requests[0]!.id, repeats: (requests[0]!.issue.repeats ?? 0) + 1 })
    }
  }

  #turn(busy: boolean) {
    this.#busy = busy
    this.#host.requestUpdate()
  }
}

export const open = (host: LitElement, say: Say) => new SeenBefore(host, say)
