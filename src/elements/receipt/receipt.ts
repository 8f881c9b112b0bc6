import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, SubmissionState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { again } from '../shared/again.ts'
import { Announcer } from '../shared/announcer.ts'
import { caseText } from '../shared/case-text.ts'
import { ClaimLink } from '../shared/claim-link.ts'
import { controls } from '../shared/controls.ts'
import { Copier } from '../shared/copier.ts'
import { EarshotEscalateEvent } from '../shared/events.ts'
import { fields } from '../shared/fields.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import { standing } from '../shared/standing.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { accepted } from './accepted.ts'
import { receiptStyles } from './receipt.styles.ts'
import { waiting } from './waiting.ts'

provideAllWords()

/**
 * What became of one issue, told honestly, and what the customer can do now.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @cssprop --earshot-accent - Colour of buttons, links and focus.
 * @cssprop --earshot-radius - Corners of buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotEscalateEvent} earshot-escalate - Before the case is taken further; it may be stopped.
 * @fires {EarshotAcceptedEvent} earshot-accepted - The backend has the issue.
 * @fires {EarshotQueuedEvent} earshot-queued - The issue is kept on the device and waits.
 * @fires {EarshotRefusedEvent} earshot-refused - The backend will not take the issue as it is.
 */
export class EarshotReceipt extends StepElement {
  static override styles = [tokens, controls, fields, receiptStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, issue: {} }

  /** The id of the issue. */
  declare issue: string

  #busy = false
  #top = false
  readonly #announcer = new Announcer(this)
  readonly #copier = new Copier(this, this.words)
  readonly #claim = new ClaimLink(this, this.words)
  readonly #reporter = new OutcomeReporter(
    this,
    id => id === this.issue || this.found.state?.submissions.get(id)?.issue.escalation?.of === this.issue,
  )

  constructor() {
    super()
    this.issue = ''
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
    const now = state.submissions.get(this.issue)
    const then = before?.submissions.get(this.issue)
    if (now && then && standing(now) !== standing(then)) this.#announcer.announce(this.say(`receipt.${standing(now)}`))
  }

  protected override isHere(view: View) {
    return view.name === 'receipt' && view.id === this.issue
  }

  protected body(desk: Desk, state: DeskState) {
    const submission = state.submissions.get(this.issue)
    if (!submission) return nothing
    const { locale } = desk.settings
    const now = standing(submission)
    return html`<div class="stack ${now}">
        <h2 tabindex="-1" part="title">${this.say(`receipt.${now}`)}</h2>
        <div class="text">
          ${now === 'accepted' && submission.receipt
            ? accepted(submission.receipt, locale, this.words)
            : waiting(submission, locale, this.words)}
        </div>
        ${now === 'accepted' && submission.receipt ? html`<div>${this.#claim.template(desk, submission.receipt)}</div>` : nothing}
        <div class="actions">
          ${this.#next(desk, state, submission)}
          ${this.embedded || this.go
            ? html`<button class="button second" type="button" @click=${() => this.step({ name: 'home' })}>${this.say('receipt.done')}</button>`
            : nothing}
        </div>
      </div>
      ${this.#announcer.template}`
  }

  /** What the customer can do about it now. */
  #next(desk: Desk, state: DeskState, submission: SubmissionState) {
    const now = standing(submission)
    const button = (label: string, act: () => unknown, kind = 'second') =>
      html`<button class="button ${kind}" type="button" @click=${act}>${label}</button>`
    if (now === 'accepted') {
      const taken = [...state.submissions.values()].some(({ issue }) => issue.escalation?.of === this.issue)
      if (taken) return html`<p class="quiet">${this.say('receipt.further')}</p>`
      if (this.#top) return html`<p>${this.say('people.top')}</p>${button(this.say('person'), () => this.step({ name: 'people' }))}`
      return button(this.say('receipt.escalate'), () => this.#escalate(desk, submission))
    }
    const copy = this.#copier.template(caseText(submission.issue))
    if (now === 'refused') return html`${button(this.say('receipt.change'), () => this.step(again(desk, submission.issue)), '')}${copy}`
    const tryNow = submission.status === 'waiting' ? button(this.say('receipt.tryNow'), () => void desk.flush().catch(() => {})) : nothing
    return html`${tryNow}${now === 'memory' ? copy : nothing}`
  }

  async #escalate(desk: Desk, { issue }: SubmissionState) {
    if (this.#busy || !this.dispatchEvent(new EarshotEscalateEvent(issue))) return
    this.#busy = true
    try {
      const { id } = await desk.escalate(issue.id)
      // The next receipt takes the place of this one, wherever this one is shown.
      if (this.embedded || this.go) this.step({ name: 'receipt', id })
      else this.issue = id
      this.focus()
    } catch (error) {
      this.#top = (error as { code?: string }).code === 'desk/top-of-ladder'
      this.#announcer.announce(this.say(this.#top ? 'people.top' : 'error.notKept'))
    }
    this.#busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-receipt': EarshotReceipt
  }
}
