import { everything } from '../capture/everything.ts'
import { pointerCss } from './pointer-css.ts'

/** What is ours while somebody points: it lies over everything, also over an open dialog of the page. */
export class Overlay {
  readonly host = document.createElement('earshot-pointer')
  readonly root = this.host.attachShadow({ mode: 'open' })
  readonly #outline = document.createElement('div')
  #frame = 0

  /** @param like Whose colours and direction it has. */
  constructor(like?: Element) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pointerCss)
    this.root.adoptedStyleSheets = [sheet]
    this.#outline.className = 'outline'
    this.#outline.hidden = true
    this.root.append(this.#outline)
    this.host.popover = 'manual'
    const style = like && getComputedStyle(like)
    for (const name of ['accent', 'on-accent', 'canvas', 'ink', 'quiet', 'line', 'radius', 'font']) {
      const value = style?.getPropertyValue(`--earshot-${name}`)
      if (value) this.host.style.setProperty(`--earshot-${name}`, value)
    }
  }

  /**
   * Shows it where it is not dead: all that stands outside of the topmost modal dialog is, so it goes into that one. No engine
   * tells which is topmost; `reach` tries to use what is in it, and says whether that worked.
   */
  show(reach: () => boolean = () => true) {
    const open = everything(document).filter(element => element.matches('dialog:modal'))
    const places = [...open.reverse(), document.documentElement]
    for (const place of places) {
      place.append(this.host)
      // Shown anew, it lies above what was shown before it.
      if (this.host.matches(':popover-open')) this.host.hidePopover()
      this.host.showPopover?.()
      if (reach()) return
    }
  }

  /** Keeps the outline around an element, whatever moves. `each` is called every frame. */
  follow(current: () => Element | undefined, each: () => void = () => {}) {
    const place = () => {
      this.#frame = requestAnimationFrame(place)
      each()
      const { left, top, width = 0, height = 0 } = current()?.getBoundingClientRect() ?? {}
      this.#outline.hidden = !width && !height
      Object.assign(this.#outline.style, { left: `${left! - 4}px`, top: `${top! - 4}px`, width: `${width + 8}px`, height: `${height + 8}px` })
    }
    place()
  }

  remove() {
    cancelAnimationFrame(this.#frame)
    this.host.remove()
  }
}
