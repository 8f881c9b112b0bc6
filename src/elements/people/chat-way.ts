import { html, nothing, type LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { RungState } from '../../desk/state.ts'
import { Copier } from '../shared/copier.ts'
import type { Say } from '../shared/say.ts'
import { handOver } from './hand-over.ts'

/** The owner's own chat: opened with the case, and said where it is not there. */
export class ChatWay {
  #status: 'idle' | 'busy' | 'open' | 'failed' = 'idle'
  #text = ''
  readonly #copier: Copier
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    this.#copier = new Copier(host, say, { copy: 'people.chatCopy', done: 'copy.done', text: 'copy.text' })
  }

  /** It was not there when it was asked for: the rung is reached by a message. */
  get failed() {
    return this.#status === 'failed'
  }

  async open(desk: Desk, rung: RungState, before: string | undefined, announce: (text: string) => void) {
    if (this.#status === 'busy') return
    this.#turn('busy')
    try {
      const [{ openChat }, handover] = await Promise.all([import('../../page/chats/open-chat.ts'), handOver(desk, rung, before, this.#say)])
      this.#text = handover.text
      await openChat(desk.settings, handover)
      this.#turn('open')
      announce(this.#say('people.chatOpened'))
    } catch {
      this.#turn('failed')
      announce(this.#say('people.chatFailed'))
    }
  }

  /** What became of it, below the rung. */
  get template() {
    if (this.#status === 'idle' || this.#status === 'busy') return nothing
    if (this.failed) return html`<p class="note">${this.#say('people.chatFailed')}</p>`
    return html`<div class="note"><p>${this.#say('people.chatOpened')}</p>${this.#text ? this.#copier.template(this.#text) : nothing}</div>`
  }

  #turn(status: 'busy' | 'open' | 'failed') {
    this.#status = status
    this.#host.requestUpdate()
  }
}
