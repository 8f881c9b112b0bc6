import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DeskState, SubmissionState } from '../../desk/state.ts'
import { EarshotAcceptedEvent, EarshotQueuedEvent, EarshotRefusedEvent } from './events.ts'

// Every state of a submission is one frozen object; whoever reports it first leaves its mark here.
const reported = new WeakSet<SubmissionState>()

/**
 * Turns what becomes of an issue into events on one element. The element that sent the issue reports it;
 * the widget, for which every issue is `mine`, looks a moment later and reports what nobody else did, such as an issue kept by an earlier page.
 */
export class OutcomeReporter implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #mine: (id: string) => boolean

  constructor(host: ReactiveControllerHost & HTMLElement, mine: (id: string) => boolean) {
    this.#host = host
    this.#mine = mine
    host.addController(this)
  }

  hostConnected() {}

  /** Call with each new state of the desk. */
  look(state: DeskState, before: DeskState | undefined) {
    if (!before || state.submissions === before.submissions) return
    for (const [id, submission] of state.submissions) {
      if (submission === before.submissions.get(id) || !this.#mine(id)) continue
      this.#report(submission, before.submissions.get(id))
    }
  }

  #report(submission: SubmissionState, before: SubmissionState | undefined) {
    if (reported.has(submission) || submission.status === before?.status) return
    reported.add(submission)
    const { issue, status, receipt, failure, durable } = submission
    if (status === 'accepted' && receipt) this.#host.dispatchEvent(new EarshotAcceptedEvent(issue, receipt))
    else if (status === 'kept') this.#host.dispatchEvent(new EarshotQueuedEvent(issue, durable))
    else if (status === 'refused') this.#host.dispatchEvent(new EarshotRefusedEvent(issue, failure))
  }
}
