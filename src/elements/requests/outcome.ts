import { html, nothing, type LitElement } from 'lit'
import type { MessageKind } from '../../core/issue/thread.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'
import { endsOf, highest, nameOf, valuesOf } from '../shared/scale.ts'
import { isSolved } from './awaited.ts'
import type { Case, Post } from './case-room.ts'

const scale = 'csat'

/** Solved or not; once it is, how it was, in one tap, and thanks to whoever helped. */
export class Outcome {
  readonly #busy = new Set<string>()
  readonly #host: LitElement
  readonly #say: Say
  readonly #post: Post
  readonly #announce: (text: string) => void

  constructor(host: LitElement, say: Say, post: Post, announce: (text: string) => void) {
    this.#host = host
    this.#say = say
    this.#post = post
    this.#announce = announce
  }

  template(of: Case) {
    const { request, messages } = of
    const solved = isSolved(request, messages)
    const answered = messages.some(({ from }) => from === 'staff')
    const button = (kind: 'solved' | 'not-solved', look: string) => html`<button class=${look} type="button" @click=${() => this.#tell(of, kind)}>
      ${this.#say(kind === 'solved' ? 'outcome.solved' : solved ? 'outcome.back' : 'outcome.notSolved')}
    </button>`
    return html`<div class="outcome" id="outcome-${request.id}" role="group" aria-label=${this.#say('outcome.title')} tabindex="-1">
      ${solved
        ? html`${this.#rating(of)} ${this.#thanks(of)}
            <div>${button('not-solved', 'plain')}</div>`
        : answered
          ? html`<div class="actions">${button('solved', 'button second')} ${button('not-solved', 'button second')}</div>`
          : html`<div>${button('solved', 'plain')}</div>`}
    </div>`
  }

  /** One tap, once for each time it was solved. */
  #rating(of: Case) {
    const { messages } = of
    const since = messages.slice(messages.findLastIndex(({ kind }) => kind === 'solved') + 1)
    if (since.some(({ kind }) => kind === 'rating')) return nothing
    const ends = endsOf(scale, this.#say)
    return html`<div class="rate" role="group" aria-labelledby="rate-${of.request.id}">
      <p id="rate-${of.request.id}">${this.#say(`rating.${scale}`)}</p>
      <div class="values">
        ${valuesOf(scale).map(value => html`<button class="button second" type="button" aria-label=${nameOf(scale, value, this.#say)}
          @click=${() => this.#tell(of, 'rating', value)}>${new Intl.NumberFormat(of.desk.settings.locale).format(value)}</button>`)}
      </div>
      ${ends ? html`<p class="ends quiet" aria-hidden="true"><span>${ends.low}</span><span>${ends.high}</span></p>` : nothing}
    </div>`
  }

  #thanks(of: Case) {
    const { messages, owner } = of
    const helper = messages.findLast(({ from, author, kind }) => from === 'staff' && author?.name && kind !== 'escalated')?.author?.name ?? owner
    if (!helper || messages.some(({ kind }) => kind === 'praise')) return nothing
    return html`<div><button class="button second" type="button" @click=${() => this.#tell(of, 'praise')}>${this.#say('article.thank', { name: helper })}</button></div>`
  }

  async #tell(of: Case, kind: MessageKind & ('solved' | 'not-solved' | 'rating' | 'praise'), value?: number) {
    const { id } = of.request
    // One of each at a time: what is offered next is there to be pressed before the last is kept.
    const telling = `${kind} ${id}`
    if (this.#busy.has(telling)) return
    this.#busy.add(telling)
    const told = await this.#post(of, '', { kind, ...(value !== undefined && { rating: { scale, value, max: highest(scale) } }) })
    this.#busy.delete(telling)
    if (!told) return
    const said = kind === 'praise' || kind === 'rating' ? 'outcome.thanks' : kind === 'solved' ? 'outcome.glad' : 'outcome.sorry'
    // What would be lost with the page is not passed on.
    this.#announce(this.#say(told === 'memory' ? 'underway.memory' : said))
    this.#host.requestUpdate()
    // What was pressed is gone.
    await focusOn(this.#host, `outcome-${id}`)
  }
}
