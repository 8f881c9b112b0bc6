import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Thread } from '../../core/issue/thread.ts'
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
import { faceStyles } from '../shared/face.styles.ts'
import { fields } from '../shared/fields.ts'
import { moment } from '../shared/moment.ts'
import { NextLevelPart, type Standing } from '../shared/next-level.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import { standing } from '../shared/standing.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { accepted, holderSince, promised } from './accepted.ts'
import { PromiseWatch } from './promise-watch.ts'
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
  static override styles = [tokens, controls, fields, faceStyles, receiptStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, issue: {} }

  /** The id of the issue. */
  declare issue: string

  #after: ReturnType<typeof import('./after.ts').open> | undefined
  #coming: Promise<unknown> | undefined
  #trying = false
  #failed = false
  #drawn = false
  #held: Element | null = null
  readonly #announcer = new Announcer(this)
  readonly #copier = new Copier(this, this.words)
  readonly #claim = new ClaimLink(this, this.words)
  readonly #further = new NextLevelPart(this, this.words, { announce: this.#announcer.announce, step: view => this.step(view) })
  readonly #watch = new PromiseWatch(this, () => this.#passed())
  readonly #reporter = new OutcomeReporter(
    this,
    id => id === this.issue || this.found.state?.submissions.get(id)?.issue.escalation?.of === this.issue,
  )

  constructor() {
    super()
    this.issue = ''
  }

  protected override willUpdate() {
    super.willUpdate()
    this.#held = this.shadowRoot?.activeElement ?? null
    const { receipt, thread } = this.#known
    this.#watch.until(receipt ? promised(receipt, thread) : NaN)
  }

  protected override updated(changes: PropertyValues) {
    super.updated(changes)
    // What was pressed may be over, such as trying now: focus stays in the receipt.
    if (this.#held && !this.#held.isConnected && this.isConnected) void this.updateComplete.then(() => this.shadowRoot?.activeElement ?? this.focus())
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
    const now = state.submissions.get(this.issue)
    const then = before?.submissions.get(this.issue)
    if (now && then && standing(now) !== standing(then)) this.#announcer.announce(this.say(`receipt.${standing(now)}`))
    const count = state.unread?.get(this.issue) ?? 0
    if (before && count > (before.unread?.get(this.issue) ?? 0)) this.#announcer.announce(this.say('requests.came', { count }))
  }

  protected override isHere(view: View) {
    return view.name === 'receipt' && view.id === this.issue
  }

  protected body(desk: Desk, state: DeskState) {
    const submission = state.submissions.get(this.issue)
    if (!submission) return nothing
    this.#enter()
    const { locale } = desk.settings
    const now = standing(submission)
    const { receipt, thread } = this.#known
    const reason = state.queue?.reason
    // Told only where there is a way; the backend's own words stand above.
    const next = receipt && !receipt.next && this.#further.isOffered(this.issue) ? this.say('receipt.next') : undefined
    const blocked = submission.status === 'waiting' && reason === 'blocked'
    return html`<div class="stack ${now}">
        <h2 tabindex="-1" part="title">${this.say(`receipt.${now}`)}</h2>
        <div class="text">${receipt ? accepted(receipt, locale, this.words) : waiting(submission, locale, this.words, blocked || reason === 'consent' ? reason : undefined)}</div>
        <div class="actions">
          ${receipt ? nothing : this.#next(desk, submission, blocked)}
          ${this.embedded || this.go ? button(this.say('receipt.done'), () => this.step({ name: 'home' })) : nothing}
        </div>
        ${/* What comes later comes last: nothing may move under a finger. */ receipt
          ? html`${holderSince(receipt, thread, this.words)} ${this.#answers(state)}
              ${next ? html`<p class="next">${next}</p>` : nothing} ${this.#onward(desk, state, { issue: submission.issue, receipt, thread })}
              <div class="stack" ?hidden=${!this.#isWhole}>
                ${this.#after?.template(desk, submission.issue, receipt, receipt.next ?? next)}
                <div>${this.#claim.template(desk, receipt)}</div>
              </div>`
          : nothing}
      </div>
      ${this.#announcer.template}`
  }

  /** All that may still come, and push something, has come: the rest is drawn at once. */
  get #isWhole() {
    return (this.#drawn ||= this.#further.settled(this.issue) && (this.#after?.settled ?? this.#failed))
  }

  /** What there is of the issue besides itself, once it was accepted. */
  get #known(): { receipt?: Receipt | undefined; thread?: Thread | undefined } {
    const { state } = this.found
    const submission = state?.submissions.get(this.issue)
    return submission && standing(submission) === 'accepted' ? { receipt: submission.receipt, thread: state?.threads?.get(this.issue) } : {}
  }

  /** The next level; where there is none a person, whom in the panel its foot leads to. */
  #onward(desk: Desk, state: DeskState, standing: Standing) {
    const further = this.#further.template(desk, state, standing)
    return further !== nothing || this.embedded || !this.#further.settled(this.issue)
      ? further
      : html`<div>${button(this.say('person'), () => this.step({ name: 'people' }))}</div>`
  }

  /** Where they are read, as soon as there are any. */
  #answers({ unread }: DeskState) {
    return unread?.get(this.issue) ? html`<div>${button(this.say('receipt.show'), () => this.step({ name: 'request', id: this.issue }), '')}</div>` : nothing
  }

  /** What the customer can do about one that has not been accepted. */
  #next(desk: Desk, submission: SubmissionState, blocked: boolean) {
    const now = standing(submission)
    const copy = this.#copier.template(caseText(submission.issue))
    if (now === 'refused') return html`${button(this.say('receipt.change'), () => void again(desk, submission.issue).then(view => this.step(view)), '')}${copy}`
    // It stays while it tries, and focus on it.
    const tries = submission.status === 'waiting' || this.#trying
    return html`${tries ? button(this.say('receipt.tryNow'), () => void this.#try(desk)) : nothing}
      ${now === 'memory' || blocked ? copy : nothing}
      ${/* Here no trying again may help. */ blocked ? button(this.say('queue.person'), () => this.step({ name: 'people' })) : nothing}`
  }

  async #try(desk: Desk) {
    if (this.#trying) return
    this.#trying = true
    this.#announcer.announce(this.say('receipt.sending'))
    await desk.flush().catch(() => {})
    this.#trying = false
    const { status, dueAt } = desk.state.submissions.get(this.issue) ?? {}
    const time = moment(dueAt, desk.settings.locale)
    if (status === 'waiting' && time) this.#announcer.announce(this.say('receipt.nextTry', { time }))
    this.requestUpdate()
  }

  /** While somebody looks at it: the next level is offered, and that is said. */
  #passed() {
    const { receipt, thread } = this.#known
    const time = receipt && moment(promised(receipt, thread), this.found.desk!.settings.locale)
    if (time) this.#announcer.announce(this.say('further.late', { time }))
    this.requestUpdate()
  }

  /** Here before it is needed: that is when the connection has just come back. */
  #enter() {
    this.#coming ??= import('./after.ts').then(
      ({ open }) => {
        this.#after = open(this, this.words, this.#announcer.announce)
        this.requestUpdate()
      },
      () => {
        // Asked for again with whatever is drawn next; what does not depend on it is drawn now.
        this.#coming = undefined
        if (this.#failed) return
        this.#failed = true
        this.requestUpdate()
      },
    )
  }
}

const button = (label: string, act: () => unknown, kind = 'second') =>
  html`<button class="button ${kind}" type="button" @click=${act}>${label}</button>`

declare global {
  interface HTMLElementTagNameMap {
    'earshot-receipt': EarshotReceipt
  }
}
