import { html, type LitElement, type ReactiveController } from 'lit'
import type { Subject } from '../../core/issue/issue.ts'
import { focusOn } from '../shared/focus-on.ts'
import { directionOf } from '../shared/words.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FieldPart, FieldView } from '../shared/field-parts/field-part.ts'
import { pointStyles } from './point-field.styles.ts'
import { pointWords } from './point-words.ts'
import { errorLine, hintLine, told } from '../shared/field-parts/tied.ts'

type Picked = NonNullable<Subject['element']>

/** "Show us where": a part of the page the customer points at. How to point, and the outline, are fetched with the first use. */
export function open(host: LitElement, say: Say): FieldPart {
  provideAllWords()
  adopt(host, pointStyles)
  return new PointField(host, say)
}

class PointField implements FieldPart, ReactiveController {
  #pointing: AbortController | undefined
  #failed = false
  // What is to be outlined; anew with each time, so that none that comes late is left lying there.
  #wanted: { readonly selector: string } | undefined
  #unmark = () => {}
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    host.addController(this)
  }

  hostDisconnected() {
    this.#pointing?.abort()
    this.#leave()
  }

  template(view: FieldView) {
    const picked = view.value as Picked | undefined
    const label = view.field.label ?? this.#say('point.start')
    return html`<div class="field point">
      ${hintLine(view)} ${picked ? this.#chosen(picked, view) : this.#button(label, view)}
      ${this.#failed ? html`<p class="error">${this.#say('part.failed')}</p>` : ''} ${errorLine(view)}
    </div>`
  }

  #button(label: string, view: FieldView) {
    return html`<button class="plain" id=${view.id} type="button" dir="auto" aria-describedby=${told(view)} @click=${() => this.#point(view)}>
      ${label}
    </button>`
  }

  #chosen({ selector, text }: Picked, view: FieldView) {
    return html`<div
      class="chosen"
      @pointerenter=${() => this.#mark(selector)}
      @pointerleave=${() => this.#leave()}
      @focusin=${() => this.#mark(selector)}
      @focusout=${() => this.#leave()}
    >
      <p>${this.#said(text)}</p>
      <div class="actions">
        ${this.#button(this.#say('point.change'), view)}
        <button class="plain" type="button" @click=${() => this.#remove(view)}>${this.#say('point.remove')}</button>
      </div>
    </div>`
  }

  #said = (text: string | undefined) => this.#say('point.chosen', { text: text || this.#say('point.wordless') })

  async #point(view: FieldView) {
    this.#leave()
    if (this.#pointing) return
    const { signal } = (this.#pointing = new AbortController())
    this.#failed = false
    try {
      const { pickElement } = await import('../../page/point/pick-element.ts')
      const { locale } = view.desk.settings
      const picked = await pickElement(pointWords(this.#say), { like: this.#host, lang: locale, dir: directionOf(locale), signal })
      if (signal.aborted) return
      if (picked) {
        view.edit(picked)
        view.announce(this.#said(picked.text))
      }
    } catch {
      this.#failed = true
    } finally {
      this.#pointing = undefined
      this.#host.requestUpdate()
    }
    await this.#focus(view.id)
  }

  #remove(view: FieldView) {
    this.#leave()
    view.edit(undefined)
    view.announce(this.#say('point.removed'))
    void this.#focus(view.id)
  }

  async #focus(id: string) {
    await focusOn(this.#host, id)
    this.#leave()
  }

  #mark(selector: string | undefined) {
    if (!selector || this.#wanted?.selector === selector) return
    const wanted = (this.#wanted = { selector })
    void import('../../page/point/highlight.ts').then(
      ({ highlight }) => {
        if (this.#wanted === wanted) this.#unmark = highlight(selector, this.#host)
      },
      // Without it the line says the same in words.
      () => {},
    )
  }

  #leave() {
    this.#wanted = undefined
    this.#unmark()
    this.#unmark = () => {}
  }
}
