import { html, type LitElement, nothing } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { caseText } from '../shared/case-text.ts'
import { Copier } from '../shared/copier.ts'
import { focusOn } from '../shared/focus-on.ts'
import { hearPage } from '../shared/hear-page.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import type { Say } from '../shared/say.ts'
import { summon } from '../shared/summon.ts'
import { errorsOf, type Errors, nameOf, problemsIn, problemsOf } from './check.ts'
import { wholeForm } from './field-at.ts'
import { outgoing } from './outgoing.ts'
import { refusedAt } from './refused-at.ts'
import type { Rooms } from './rooms.ts'
import type { SeenBefore } from './seen-before.ts'

provideAllWords()

// Nobody who wants to send waits longer, in milliseconds, for what they sent before.
const longest = 500

/** The form whose button is pressed. */
export interface Pressed {
  readonly desk: Desk
  readonly form: Form
  /** Those that have been opened. */
  readonly rooms: Partial<Rooms>
  /** As it is at that moment. */
  draft(): Draft
  announce(text: string): void
  /** Leads on to another view. */
  step(view: View): void
}

/** What a form needs to check, send and report; fetched with the first letter typed in it. */
export class Sending {
  /** Between the press and the answer; another press meanwhile is the same one. */
  busy = false
  #notKept = false
  #errors: Errors = new Map()
  #form: Form | undefined
  #before: SeenBefore | undefined
  readonly #mine = new Set<string>()
  readonly #host: LitElement
  readonly #say: Say
  readonly #copier: Copier
  readonly #reporter: OutcomeReporter

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    this.#copier = new Copier(host, say)
    this.#reporter = new OutcomeReporter(host, id => this.#mine.has(id))
  }

  look(state: DeskState, before: DeskState | undefined) {
    // The first report comes while we still wait for the id.
    if (this.busy) for (const [id, { issue }] of state.submissions) if (!before?.submissions.has(id) && issue.form === this.#form?.id) this.#mine.add(id)
    this.#reporter.look(state, before)
  }

  /** Our own errors, and the backend's answer to the issue this one corrects, until its field is changed. */
  errorsIn(desk: Desk, form: Form, draft: Draft): ReadonlyMap<string, string> {
    return new Map([...refusedAt(form, draft, desk.state, this.#say), ...this.#errors])
  }

  /** The field says something else now. */
  mended(id: string) {
    const part = id === 'observations' ? 'observation-' : undefined
    for (const at of [...this.#errors.keys()]) if (at === id || (part && at.startsWith(part))) this.#errors.delete(at)
  }

  /** Another form, or the same one anew. */
  begin() {
    this.#errors = new Map()
    this.#notKept = false
    this.#before?.begin()
  }

  /** @param more what to add to the issue; with it nobody is asked any more whether it was sent before. */
  async press(pressed: Pressed, more?: Partial<Draft>): Promise<void> {
    if (this.busy) return
    const { form, rooms, step } = pressed
    const { steps } = rooms
    this.#form = form
    this.#notKept = false
    this.#turn(true)
    let id: string | undefined
    let held: string | undefined
    let before: string | undefined
    try {
      this.#errors = await this.#check(pressed)
      if (!this.#errors.size && (steps?.isLast(form) ?? true)) {
        held = await this.#hold(pressed).catch(() => undefined)
        if (!held && !more) before = await this.#look(pressed)
        if (!held && !before) id = await this.#send(pressed, more)
      }
    } catch (error) {
      const refused = problemsIn(error, form, pressed.draft(), this.#say)
      this.#notKept = !refused
      this.#errors = refused ?? new Map([[wholeForm, this.#say('error.notKept')]])
    }
    this.#turn(false)
    if (id !== undefined) {
      this.#mine.add(id)
      this.begin()
      rooms.writing?.begin()
      rooms.parts?.begin()
      step({ name: 'receipt', id })
    } else if (before) await this.#point('before', before, pressed)
    else if (held) await this.#point('findings-note', held, pressed)
    else if (this.#errors.size) await this.#fail(pressed)
    else if (steps && !steps.isLast(form)) await steps.go(steps.at + 1)
  }

  /** What stands above the button when something is wrong that belongs to no field, and the way to save the words. */
  trouble(desk: Desk, form: Form, draft: Draft) {
    const error = this.errorsIn(desk, form, draft).get(wholeForm)
    return html`${this.#before?.template(desk)}${error ? html`<p class="error" id=${wholeForm} tabindex="-1">${error}</p>` : nothing}`
  }

  copy(draft: Draft) {
    return this.#notKept ? this.#copier.template(caseText(draft)) : nothing
  }

  /** Of the step that is shown; on the last, of all of them: an earlier answer may have brought back a field. */
  async #check({ form, rooms: { steps, parts }, draft }: Pressed): Promise<Errors> {
    const isLast = steps?.isLast(form) ?? true
    const own = await form.problems(draft(), isLast ? undefined : steps!.at)
    const problems = problemsOf(form, draft(), own, this.#host.shadowRoot!, parts)
    if (problems[0] && steps && isLast) steps.at = steps.stepOf(form, nameOf(problems[0]))
    return errorsOf(problems, form, this.#say)
  }

  /** What leaves the page is seen first: also by somebody who sends before anything could be listed. Undefined: nothing is in the way. */
  async #hold({ desk, form, rooms, draft }: Pressed): Promise<string | undefined> {
    const { open } = await import('./while-writing.ts')
    rooms.writing ??= open(this.#host, this.#say)
    return rooms.writing.hold(desk, draft(), form.send ?? this.#say('send'))
  }

  /** What to tell a customer who may have written about it before; undefined where they have not, or nobody knows in time. */
  async #look(pressed: Pressed): Promise<string | undefined> {
    const seen = async () => {
      const { open } = await import('./seen-before.ts')
      this.#before ??= open(this.#host, this.#say)
      return this.#before.ask(pressed, {
        send: more => void this.press(pressed, more),
        sent: id => {
          this.begin()
          pressed.rooms.writing?.begin()
          pressed.step({ name: 'request', id })
        },
      })
    }
    const show = await Promise.race([seen().catch(() => undefined), new Promise<undefined>(resolve => setTimeout(resolve, longest))])
    return show?.()
  }

  /** The id of the issue, once it is kept; undefined when the page stopped it. */
  async #send({ desk, form, draft, rooms: { parts } }: Pressed, more?: Partial<Draft>): Promise<string | undefined> {
    const filling = desk.settings.staff ? undefined : parts?.filled
    const issue = await hearPage(this.#host, desk, { ...(await outgoing(form, draft(), desk)), ...(filling && { filling }), ...more })
    return issue && (await desk.submit(issue)).id
  }

  #turn(busy: boolean) {
    this.busy = busy
    this.#host.requestUpdate()
  }

  /** Says the first thing that is wrong, and goes there. */
  async #fail(pressed: Pressed) {
    const [first, text] = [...this.#errors][0]!
    await this.#point(first, text, pressed)
  }

  async #point(id: string, text: string, { announce }: Pressed) {
    announce(text)
    await focusOn(this.#host, id)
  }
}

/** With it comes all a customer must get to when the connection goes: what sending leads to, what is kept, and the people. */
export function open(host: LitElement & { embedded?: boolean }, say: Say) {
  for (const tag of ['earshot-receipt', 'earshot-requests', 'earshot-people']) void summon(tag).catch(() => {})
  if (!host.embedded) void import('../shared/in-place.ts').catch(() => {})
  return new Sending(host, say)
}
