import { html, nothing, type LitElement } from 'lit'
import type { DeskState, Request } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { caseText } from '../shared/case-text.ts'
import { Copier } from '../shared/copier.ts'
import { dotted } from '../shared/dotted.ts'
import { isStuck } from '../shared/is-stuck.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** How much waits on this device, since when and why; and another way out where no trying may help. */
export class QueueNote {
  readonly #say: Say
  readonly #go: (view: View) => void
  readonly #copier: Copier

  constructor(host: LitElement, say: Say, go: (view: View) => void) {
    this.#say = say
    this.#go = go
    this.#copier = new Copier(host, say)
  }

  template({ queue }: DeskState, requests: readonly Request[], locale: string) {
    if (!isStuck(queue)) return nothing
    const { count, since, nextTry, reason } = queue
    const why = reason === 'consent' || reason === 'offline' || reason === 'unreachable' || reason === 'blocked' ? reason : 'later'
    const [from, next] = [moment(since, locale), moment(nextTry, locale)]
    const texts = requests.filter(({ status }) => status !== 'accepted').map(({ issue }) => caseText(issue)).filter(Boolean)
    return html`<div class="queue" role="group" aria-labelledby="queue">
      <p id="queue">${this.#say('queue.count', { count })}</p>
      <p class="quiet">${this.#say(`queue.${why}`)}</p>
      <p class="quiet">${dotted([from && this.#say('receipt.since', { time: from }), next && this.#say('receipt.nextTry', { time: next })])}</p>
      ${reason === 'blocked'
        ? html`<div class="actions">
            ${texts.length ? this.#copier.template(texts.join('\n\n')) : nothing}
            <button class="button second" type="button" @click=${() => this.#go({ name: 'people' })}>${this.#say('queue.person')}</button>
          </div>`
        : nothing}
    </div>`
  }
}
