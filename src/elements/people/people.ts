import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Settings } from '../../desk/config.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { address } from '../shared/address.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { beginQuestion } from '../shared/begin-question.ts'
import { controls } from '../shared/controls.ts'
import { outsideList } from '../shared/outside-list.ts'
import { plainRungs, type ShownRung } from '../shared/shown-rung.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { wayTo } from '../shared/ways.ts'
import { askForCall } from './ask-for-call.ts'
import { ChatWay } from './chat-way.ts'
import { outsideOf } from './outside.ts'
import { peopleStyles } from './people.styles.ts'
import { rungLines } from './rung-lines.ts'
import { saidBefore } from './said-before.ts'

provideAllWords()

// Whoever wants a person does not wait for a desk that is stuck: then they are named as they were declared.
const patience = 2_000

const hasChat = ({ chat }: Settings) => typeof chat === 'function' || /^(chatwoot|rocket\.chat|zammad)$/.test(chat ?? '')
const mayTell = ({ endpoint, transport }: Settings) => (transport ? 'people' in transport : !!endpoint)

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

  declare private rungs: readonly ShownRung[] | undefined
  #asked: Desk | undefined
  // By rung.
  readonly #chats = new Map<string, ChatWay>()
  readonly #announcer = new Announcer(this)

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
    void this.#ask(desk)
  }

  /** First who there is; then, without holding anybody up, what is only known elsewhere. */
  async #ask(desk: Desk) {
    const asOf = (rungs: readonly ShownRung[]) => this.#asked === desk && (this.rungs = rungs)
    const declared = () => asOf(plainRungs(desk.settings.ladder))
    const late = setTimeout(() => this.rungs ?? declared(), patience)
    await desk.people().then(asOf, declared)
    clearTimeout(late)
    await this.updateComplete
    await desk.people({ live: true }).then(asOf, () => {})
  }

  protected override isHere(view: View) {
    return view.name === 'people'
  }

  protected body(desk: Desk, state: DeskState) {
    const { rungs } = this
    return html`<div class="stack">
      <div>
        <h2 tabindex="-1" part="title">${this.say('people.title')}</h2>
        <p class="quiet">${this.say('people.intro')}</p>
      </div>
      ${rungs?.length ? html`<ul class="rungs">${rungs.map(rung => this.#rung(rung, rungs, desk))}</ul>` : nothing}
      ${rungs && !rungs.some(rung => this.#isWritten(rung, desk)) ? html`<div>${this.#message(rungs.length > 0)}</div>` : nothing}
      ${rungs ? outsideList(outsideOf(desk.settings, state, rungs), this.words) : nothing}
    </div>
    ${this.#announcer.template}`
  }

  #wayTo(rung: ShownRung, { settings }: Desk) {
    return wayTo(rung, hasChat(settings) && !this.#chats.get(rung.id)?.failed)
  }

  /** Reached by a form that can be filled in now. */
  #isWritten(rung: ShownRung, desk: Desk) {
    const { href, act } = this.#wayTo(rung, desk)
    return !href && act !== 'chat' && !rung.first
  }

  #rung(rung: ShownRung, rungs: readonly ShownRung[], desk: Desk) {
    const { settings } = desk
    const { kind } = wayTo(rung)
    const face = address(rung.avatar)
    return html`<li class=${rung.open ? 'open' : 'shut'}>
      ${face
        ? html`<img class="face" src=${face} alt="" width="44" height="44" loading="lazy" decoding="async" referrerpolicy="no-referrer"
            @error=${({ target }: Event) => ((target as HTMLElement).hidden = true)} />`
        : nothing}
      <div class="who">
        <h3><bdi>${rung.name}</bdi></h3>
        ${kind ? html`<p class="quiet">${this.say(kind)}</p>` : nothing}
        ${rungLines(rung, { locale: settings.locale, say: this.words, rungs, live: mayTell(settings) })}
      </div>
      ${rung.first ? this.#before(rung) : this.#way(rung, desk)} ${this.#chats.get(rung.id)?.template}
    </li>`
  }

  #way(rung: ShownRung, desk: Desk) {
    const { href, act, label, number = '' } = this.#wayTo(rung, desk)
    if (href) {
      return html`<a class="button second" href=${href} rel="noopener noreferrer" target=${/^http/.test(href) ? '_blank' : nothing}>${this.say(label, { number })}</a>`
    }
    if (act === 'callback') return html`<button class="button second" type="button" @click=${() => this.#callBack(rung)}>${this.say(label)}</button>`
    if (act === 'chat') return html`<button class="button second" type="button" @click=${() => this.#chat(desk, rung)}>${this.say(label)}</button>`
    return this.#message(false)
  }

  /** What has to come first, where it is done here. */
  #before({ first }: ShownRung) {
    return first?.tried === 'help'
      ? html`<button class="button second" type="button" @click=${() => this.step({ name: 'home' })}>${this.say('search.label')}</button>`
      : nothing
  }

  /** In the panel what was said on the way here stands in the message already. */
  get #said() {
    const { desk, state } = this.found
    return this.embedded && desk && state ? saidBefore(state, this.words) : undefined
  }

  #write = () => {
    const { desk } = this.found
    const words = this.#said
    if (desk && words) void beginQuestion(desk, words)
    this.step({ name: 'form', form: 'question' })
  }

  #callBack({ id }: ShownRung) {
    const { desk } = this.found
    if (desk) void askForCall(desk, id, this.#said)
    this.step({ name: 'form', form: 'callback' })
  }

  #chat(desk: Desk, rung: ShownRung) {
    const chat = this.#chats.get(rung.id) ?? new ChatWay(this, this.words)
    this.#chats.set(rung.id, chat)
    void chat.open(desk, { ...rung, open: rung.open ?? false }, this.#said, this.#announcer.announce)
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
