import { html, nothing, type LitElement } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Contact, Issue } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { MessageKey } from '../../locale/en.ts'
import { contactWords, givenIn } from '../shared/contact-words.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { tickStyles } from '../shared/field-parts/tick.styles.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'

const ways = ['none', 'email', 'phone'] as const
type Way = (typeof ways)[number]
type Part = 'email' | 'phone' | 'when'

const looks = { email: /^[^\s@]+@[^\s@]+$/, phone: /\d(?:\D{0,3}\d){4}/ }

/** "How would you like to be answered?": asked once, on the first receipt of this device; kept for later forms, and told to whoever has the case. */
export class Answering {
  #issue: string | undefined
  #phase: 'asked' | 'busy' | 'told' | 'done' | undefined
  #way: Way = 'none'
  #said: Partial<Record<Part, string>> = {}
  #error: MessageKey | undefined
  #note: MessageKey | undefined
  readonly #host: LitElement
  readonly #say: Say
  readonly #announce: (text: string) => void

  constructor(host: LitElement, say: Say, announce: (text: string) => void) {
    adopt(host, tickStyles)
    this.#host = host
    this.#say = say
    this.#announce = announce
  }

  /** Whether it is known if it asks: until then it may still come, and push what stands below. */
  get settled(): boolean {
    return this.#phase !== undefined
  }

  template(desk: Desk, issue: Issue) {
    this.#look(desk, issue)
    const way = this.#way
    if (this.#phase === 'told') return html`<p class="quiet" id="answering" tabindex="-1">${this.#say(this.#note!)}</p>`
    if (this.#phase !== 'asked' && this.#phase !== 'busy') return nothing
    return html`<form class="answering" novalidate @submit=${(event: Event) => this.#keep(event, desk, issue)}>
      <fieldset role="radiogroup" aria-describedby="answering-hint">
        <legend>${this.#say('answering.title')}</legend>
        <p class="hint" id="answering-hint">${this.#say('answering.hint')}</p>
        <div class="ways">
          ${ways.map(each => html`<label class="tick"><input type="radio" name="answering" .checked=${live(each === way)} @change=${() => this.#choose(each)} />
            ${this.#say(`answering.${each}`)}</label>`)}
        </div>
      </fieldset>
      ${way === 'none' ? nothing : html`${this.#field(way)} ${this.#field('when')}`}
      <div class="actions">
        <button class="button second" aria-disabled=${this.#phase === 'busy' ? 'true' : nothing}>${this.#say('answering.keep')}</button>
        <button class="plain" type="button" @click=${() => this.#leave()}>${this.#say('ask.no')}</button>
      </div>
    </form>`
  }

  #field(part: Part) {
    const error = part === 'when' ? undefined : this.#error
    const id = `answering-${part}`
    return html`<div class="field">
      <label for=${id}>${this.#say(part === 'when' ? 'answering.when' : `answering.${part}Label`)}</label>
      <input id=${id} dir="auto" maxlength="254" type=${part === 'email' ? 'email' : part === 'phone' ? 'tel' : 'text'}
        autocomplete=${part === 'email' ? 'email' : part === 'phone' ? 'tel' : 'off'}
        aria-invalid=${error ? 'true' : nothing} aria-describedby=${error ? `${id}-error` : nothing}
        .value=${live(this.#said[part] ?? '')} @input=${({ target }: Event) => this.#write(part, (target as HTMLInputElement).value)} />
      ${error ? html`<p class="error" id="${id}-error">${this.#say(error)}</p>` : nothing}
    </div>`
  }

  /** Only on the first receipt, and only where nobody has said it yet; what was given in the form stands there already. */
  #look(desk: Desk, { id, contact, filedBy }: Issue) {
    if (this.#issue === id) return
    this.#issue = id
    this.#phase = undefined
    if (desk.state.contact || filedBy) return void (this.#phase = 'done')
    this.#way = contact?.email ? 'email' : contact?.phone ? 'phone' : 'none'
    this.#said = { ...contact }
    const settle = (phase: 'asked' | 'done') => void (this.#issue === id && this.#turn(phase))
    desk.requests({ known: true }).then(all => settle(all.length < 2 && !desk.state.contact ? 'asked' : 'done'), () => settle('done'))
  }

  #choose(way: Way) {
    this.#way = way
    this.#error = undefined
    this.#host.requestUpdate()
  }

  #write(part: Part, text: string) {
    this.#said = { ...this.#said, [part]: text }
    if (!this.#error) return
    this.#error = undefined
    this.#host.requestUpdate()
  }

  async #keep(event: Event, desk: Desk, issue: Issue) {
    event.preventDefault()
    if (this.#phase === 'busy') return
    const way = this.#way
    const [said, when] = [this.#said[way as Part]?.trim() ?? '', this.#said.when?.trim()]
    if (way !== 'none' && !looks[way].test(said)) {
      this.#error = `error.${way}`
      this.#announce(this.#say(this.#error))
      this.#host.requestUpdate()
      return focusOn(this.#host, `answering-${way}`)
    }
    const contact: Contact = { channel: way, ...(way !== 'none' && { [way]: said, ...(when && { when }) }) }
    this.#turn('busy')
    await desk.prefer(contact).catch(() => {})
    this.#note = await this.#tell(desk, issue, contact)
    this.#turn('told')
    this.#announce(this.#say(this.#note))
    await focusOn(this.#host, 'answering')
  }

  /** To the one who has the case, unless they know already. */
  async #tell(desk: Desk, { id, contact }: Issue, wish: Contact): Promise<MessageKey> {
    const { channel, when } = wish
    const isKnown = channel === 'none' ? !contact?.email && !contact?.phone : !when && contact?.[channel as Way & Part] === wish[channel as Way & Part]
    if (isKnown) return 'answering.kept'
    try {
      const text = contactWords(wish, this.#say)
      await desk.reply(id, text, { revealed: await givenIn(text, wish, desk) })
      return 'answering.told'
    } catch {
      return 'answering.untold'
    }
  }

  #leave() {
    this.#turn('done')
    // The question goes, and the button with it.
    this.#host.focus()
  }

  #turn(phase: 'asked' | 'busy' | 'told' | 'done') {
    this.#phase = phase
    this.#host.requestUpdate()
  }
}

