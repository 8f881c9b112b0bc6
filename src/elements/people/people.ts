import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { RungState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { beginQuestion } from '../shared/begin-question.ts'
import { controls } from '../shared/controls.ts'
import { moment } from '../shared/moment.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { peopleStyles } from './people.styles.ts'
import { saidBefore } from './said-before.ts'
import { wayTo } from './ways.ts'

provideAllWords()

/**
 * The people one can reach, with honest hours and the time an answer takes. There is always a message to write.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @cssprop --earshot-accent - Colour of buttons, links and focus.
 * @cssprop --earshot-radius - Corners of buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 */
export class EarshotPeople extends StepElement {
  static override styles = [tokens, controls, peopleStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, rungs: { state: true } }

  declare private rungs: readonly RungState[] | undefined
  #asked: Desk | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    // Hours move on: the next time it is shown it asks again.
    this.#asked = undefined
  }

  protected override willUpdate() {
    super.willUpdate()
    const { desk } = this.found
    if (!desk || desk === this.#asked) return
    this.#asked = desk
    void desk.people().then(
      rungs => (this.rungs = rungs),
      () => (this.rungs = []),
    )
  }

  protected override isHere(view: View) {
    return view.name === 'people'
  }

  protected body(desk: Desk) {
    const { rungs } = this
    return html`<div class="stack">
      <div>
        <h2 tabindex="-1" part="title">${this.say('people.title')}</h2>
        <p class="quiet">${this.say('people.intro')}</p>
      </div>
      ${rungs?.length ? html`<ul>${rungs.map(rung => this.#rung(rung, desk.settings.locale))}</ul>` : nothing}
      ${rungs && !rungs.some(rung => !wayTo(rung).href) ? html`<div>${this.#message(rungs.length > 0)}</div>` : nothing}
    </div>`
  }

  #rung(rung: RungState, locale: string) {
    const way = wayTo(rung)
    const opens = moment(rung.opensAt, locale)
    const answer = moment(rung.answerBy, locale)
    const hours = rung.open ? this.say('people.open') : opens ? this.say('people.opens', { time: opens }) : this.say('people.closed')
    // A message or a letter can be left at any hour: "open" would promise somebody who answers now.
    const attended = rung.kind === 'phone' || rung.kind === 'chat' || rung.kind === 'visit'
    const label = this.say(way.label, { number: way.number ?? '' })
    return html`<li class=${rung.open ? 'open' : 'shut'}>
      <div class="who">
        <h3><bdi>${rung.name}</bdi></h3>
        ${way.kind ? html`<p class="quiet">${this.say(way.kind)}</p>` : nothing}
        ${attended || !rung.open ? html`<p class="hours">${hours}</p>` : nothing}
        ${answer ? html`<p class="quiet">${this.say('people.answer', { time: answer })}</p>` : nothing}
      </div>
      ${way.href
        ? html`<a class="button second" href=${way.href} rel="noopener noreferrer" target=${/^http/.test(way.href) ? '_blank' : nothing}>${label}</a>`
        : this.#message(false)}
    </li>`
  }

  /** In the panel what was said on the way here stands in the message already. */
  #write = () => {
    const { desk, state } = this.found
    const words = this.embedded && state && saidBefore(state, this.words)
    if (desk && words) void beginQuestion(desk, words)
    this.step({ name: 'form', form: 'question' })
  }

  #message(second: boolean) {
    return html`<button class="button ${second ? 'second' : ''}" type="button" @click=${this.#write}>
      ${this.say('people.message')}
    </button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-people': EarshotPeople
  }
}
