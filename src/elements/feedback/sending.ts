import type { LitElement } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { caseText } from '../shared/case-text.ts'
import { Copier } from '../shared/copier.ts'
import { EarshotSubmitEvent } from '../shared/events.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import type { Say } from '../shared/say.ts'
import { check, type Errors, problemsIn } from './check.ts'
import type { FormPlan } from './form-plan.ts'
import { outgoing } from './outgoing.ts'

provideAllWords()

/** What a form needs to check, send and report; fetched with the first letter typed in it. */
export class Sending {
  readonly #host: LitElement
  readonly #say: Say
  readonly #copier: Copier
  readonly #reporter: OutcomeReporter

  constructor(host: LitElement, say: Say, isMine: (id: string) => boolean) {
    this.#host = host
    this.#say = say
    this.#copier = new Copier(host, say)
    this.#reporter = new OutcomeReporter(host, isMine)
  }

  look(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
  }

  check(draft: Draft, plan: FormPlan, emailWrong: boolean): Errors {
    return check(draft, plan, emailWrong, this.#say)
  }

  /** The id of the issue, once it is kept; undefined when the page stopped it. */
  async send(desk: Desk, draft: Draft, form: string, plan: FormPlan): Promise<string | undefined> {
    const issue = outgoing(draft, form, plan, await desk.enclosures())
    if (!this.#host.dispatchEvent(new EarshotSubmitEvent(issue))) return undefined
    return (await desk.submit(issue)).id
  }

  problemsIn(error: unknown): Errors | undefined {
    return problemsIn(error, this.#say)
  }

  /** The button that saves the words when nothing else does. */
  copy(draft: Draft) {
    return this.#copier.template(caseText(draft))
  }
}
