import { html, nothing, type PropertyDeclarations } from 'lit'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { EarshotElement } from '../shared/earshot-element.ts'
import type { Say } from '../shared/say.ts'
import { tokens } from '../shared/tokens.ts'
import { annotateStyles } from './annotate.styles.ts'
import { Drawing } from './drawing.ts'
import { flatten, type Picture } from './flatten.ts'
import { foot, type State } from './foot.ts'
import { keyed } from './gesture.ts'
import { itemName, whereabouts } from './item-name.ts'
import { Pen, type PenPoint } from './pen.ts'
import { inMiddle, type Shape, type Tool } from './shapes.ts'
import { fitStage, paintStage, stageItems } from './stage.ts'
import { barButton, toolBar } from './tool-bar.ts'

provideAllWords()

/**
 * A picture as large as the window, to draw on: boxes, arrows, highlights, black, and a crop. It opens as soon as it has an `image`.
 * It tells by its properties `done` and `cancelled`, not by events: a picture is nobody's business but its owner's.
 *
 * @slot - The fallback: shown until the element is defined, and while it has no picture.
 * @csspart tools - The tools to draw with.
 * @cssprop --earshot-accent - Colour of the buttons, of what is chosen, and of focus.
 * @cssprop --earshot-radius - Corners of buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 */
export class EarshotAnnotate extends EarshotElement {
  static override styles = [tokens, controls, annotateStyles]
  static override properties: PropertyDeclarations = {
    ...EarshotElement.properties, image: { attribute: false }, maxBytes: { attribute: false }, done: { attribute: false }, cancelled: { attribute: false },
  }

  /** The picture: a canvas or an `ImageBitmap`. It is not changed. Without one nothing is shown. */
  declare image: Picture | undefined
  /** What the result may weigh. Default 2,000,000 bytes. */
  declare maxBytes: number | undefined
  /** Called with the result: one layer of pixels and nothing else. The window is closed by then. */
  declare done: ((picture: Blob) => void) | undefined
  /** Called when the customer wants no picture after all. */
  declare cancelled: (() => void) | undefined

  #shown: Picture | undefined
  #drawing = new Drawing()
  #tool: Tool = 'box'
  #chosen: number | undefined
  readonly #pen = new Pen()
  #state: State = 'drawing'
  readonly #ends = { leave: () => this.#leave(), cancel: () => this.#cancel(), stay: () => this.#stay(), finish: () => void this.#finish() }
  readonly #say: Say = (key, values) => this.say(key, values)
  readonly #announcer = new Announcer(this)
  // A server has none: there the element is only made.
  readonly #room = globalThis.ResizeObserver && new ResizeObserver(() => this.#fit())

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#room.disconnect()
  }

  protected override willUpdate() {
    super.willUpdate()
    if (this.#shown === this.image) return
    this.#shown = this.image
    this.#drawing = new Drawing()
    this.#chosen = undefined
    this.#state = 'drawing'
  }

  protected content() {
    const { image } = this
    if (!image || this.#state === 'closed') return nothing
    const shapes = this.#pen.over(this.#drawing.shapes)
    return html`<dialog aria-labelledby="title" @cancel=${this.#onCancel} @keydown=${this.#onKey}>
      <h2 id="title" tabindex="-1">${this.say('picture.title')}</h2>
      ${toolBar(this.#tool, tool => this.#choose(tool), this.#say)}
      <div class="acts">
        ${barButton('undo', !this.#drawing.isTouched, () => this.#undo(), this.#say)}
        ${barButton('remove', this.#current === undefined, () => this.#remove(), this.#say)}
      </div>
      <div class="stage">
        <div
          class="frame"
          role="application"
          tabindex="0"
          aria-label=${this.say('picture.stage')}
          aria-describedby="how"
          @pointerdown=${this.#onDown}
          @pointermove=${this.#onMove}
          @pointerup=${this.#onUp}
          @pointercancel=${this.#onLost}
        >
          ${stageItems({ shapes, chosen: this.#chosen, choose: id => this.#select(id) }, this.#say)}
        </div>
      </div>
      <div class="foot">${foot(this.#state, this.#ends, this.#say)}</div>
      ${this.#announcer.template}
    </dialog>`
  }

  protected override updated() {
    const dialog = this.#dialog
    const frame = this.#frame
    if (!dialog || !frame || !this.image || !this.isConnected) return
    if (!dialog.open) {
      dialog.showModal()
      dialog.querySelector('h2')?.focus()
      this.#room.disconnect()
      this.#room.observe(frame.parentElement!)
      this.#fit()
    }
    paintStage(frame, this.image, this.#pen.over(this.#drawing.shapes))
  }

  get #dialog() {
    return this.renderRoot.querySelector('dialog')
  }

  get #frame() {
    return this.renderRoot.querySelector<HTMLElement>('.frame')
  }

  get #current(): Shape | undefined {
    return this.#drawing.shapes.find(({ id }) => id === this.#chosen)
  }

  #fit() {
    const frame = this.#frame
    if (frame && this.image) fitStage(frame, this.image)
  }

  #choose(tool: Tool) {
    this.#tool = tool
    this.requestUpdate()
  }

  #select(id: number | undefined) {
    this.#chosen = id
    this.requestUpdate()
  }

  /** Chooses a shape and goes to it, so that the next key is about it. */
  async #goTo(shape: Shape) {
    this.#select(shape.id)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.item.chosen')?.focus({ preventScroll: true })
  }

  #place() {
    const { image } = this
    if (!image) return
    const shape = inMiddle(this.#tool, this.#drawing.newId(), image)
    this.#drawing.put(shape)
    this.#tell('picture.added', shape)
    void this.#goTo(shape)
  }

  #tell(key: 'picture.added' | 'picture.removed', shape: Shape, shapes = this.#drawing.shapes) {
    this.#announcer.announce(this.say(key, { item: itemName(shape, shapes, this.#say) }))
  }

  #undo() {
    this.#drawing.undo()
    this.#chosen = undefined
    this.#announcer.announce(this.say('picture.undone'))
    this.#frame?.focus({ preventScroll: true })
    this.requestUpdate()
  }

  #remove() {
    const shape = this.#current
    if (!shape) return
    this.#tell('picture.removed', shape)
    this.#drawing.remove(shape.id)
    this.#chosen = undefined
    this.#frame?.focus({ preventScroll: true })
    this.requestUpdate()
  }

  #onKey(event: KeyboardEvent) {
    const target = event.composedPath()[0] as Element
    const place = event.key === 'Enter' ? target.matches('.frame, input') : event.key === ' ' && target.matches('.frame')
    const act = event.key === 'Escape' ? () => this.#leave()
      : event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey ? () => this.#drawing.isTouched && this.#undo()
      : place ? () => this.#place()
      : target.matches('.item') ? this.#itemKey(event)
      : undefined
    if (!act) return
    event.preventDefault()
    // It is meant for the picture, not for the panel around it.
    event.stopPropagation()
    act()
  }

  #itemKey(event: KeyboardEvent): (() => void) | undefined {
    const { image } = this
    const shape = this.#current
    if (!shape || !image) return undefined
    if (event.key === 'Delete' || event.key === 'Backspace') return () => this.#remove()
    const changed = keyed(shape, event, image)
    return changed && (() => {
      this.#drawing.put(changed, `${shape.id} ${event.shiftKey}`)
      this.#announcer.announce(whereabouts(changed, image, this.#say))
    })
  }

  #at({ clientX, clientY }: PointerEvent): PenPoint {
    const { left, top, width } = this.#frame!.getBoundingClientRect()
    const scale = this.image!.width / width
    return { x: (clientX - left) * scale, y: (clientY - top) * scale, scale }
  }

  #onDown(event: PointerEvent) {
    const { image } = this
    if (!image || !event.isPrimary || event.button !== 0 || this.#state === 'busy') return
    ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
    this.#pen.down(this.#at(event), { size: image, drawing: this.#drawing, chosen: this.#current, tool: this.#tool })
  }

  #onMove(event: PointerEvent) {
    if (!this.#pen.isDown || !event.isPrimary) return
    this.#pen.move(this.#at(event))
    this.requestUpdate()
  }

  #onUp(event: PointerEvent) {
    if (!this.#pen.isDown || !event.isPrimary) return
    const { drawn, tapped } = this.#pen.up(this.#at(event), this.#drawing.shapes)
    if (drawn) {
      this.#drawing.put(drawn)
      void this.#goTo(drawn)
    } else {
      this.#select(tapped)
    }
  }

  #onLost() {
    this.#pen.lose()
    this.requestUpdate()
  }

  #onCancel(event: Event) {
    event.preventDefault()
    this.#leave()
  }

  /** Asks only where something would be lost. */
  #leave() {
    if (!this.#drawing.isTouched || this.#state === 'asking') return this.#state === 'asking' ? this.#stay() : this.#cancel()
    this.#state = 'asking'
    this.#announcer.announce(this.say('picture.discard'))
    void this.#refocus('.stay')
  }

  #stay() {
    this.#state = 'drawing'
    void this.#refocus('.frame')
  }

  async #refocus(selector: string) {
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
  }

  #cancel() {
    this.#close()
    this.cancelled?.()
  }

  #close() {
    this.#state = 'closed'
    this.#dialog?.close()
    this.requestUpdate()
  }

  async #finish() {
    const { image } = this
    if (!image || this.#state === 'busy') return
    this.#state = 'busy'
    this.requestUpdate()
    try {
      const { encodePicture } = await import('../../page/capture/encode-picture.ts')
      const picture = await encodePicture(flatten(image, this.#drawing.shapes), this.maxBytes)
      this.#close()
      this.done?.(picture)
    } catch {
      this.#state = 'failed'
      this.#announcer.announce(this.say('picture.notKept'))
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-annotate': EarshotAnnotate
  }
}
