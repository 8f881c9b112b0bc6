import { follow } from '../../shared/anchor.ts'
import { placesFor } from './places-for.ts'
import { spotFor } from './spot-for.ts'
import { surroundings } from './surroundings.ts'
import { targets } from './target.ts'

const marked = new WeakSet<Element>()
// A page that takes the mark away each time it draws itself is not fought for ever.
const patience = 50

/**
 * A mark beside an element that names its article. It stands in the page next to that element, so that the order of the Tab
 * key is right and it lives and dies with the dialog or form around it; it takes no room there, and nothing moves for it.
 */
export class MarkBeside {
  readonly #target: Element
  readonly #host: HTMLElement
  #unfollow: (() => void) | undefined
  #placed = 0
  #due = 0

  /** Two who watch the same element make one mark, and marks get none themselves. */
  static mayBe = (target: Element) => !marked.has(target) && target.localName !== 'earshot-help'

  constructor(target: Element, article: string, desk: string) {
    this.#target = target
    marked.add(target)
    this.#host = document.createElement('earshot-help')
    this.#host.dataset.beside = ''
    // Its own sheet says the same, and comes later.
    this.#host.style.setProperty('position', 'absolute', 'important')
    // Nobody is to see it, or press it, before it has its place.
    this.#host.style.visibility = 'hidden'
    if (desk !== 'default') this.#host.setAttribute('desk', desk)
    targets.set(this.#host, target)
    this.update(article)
  }

  /** Takes another article, and its place again where the page has drawn itself anew. */
  update(article: string) {
    const host = this.#host
    if (host.getAttribute('article') !== article) host.setAttribute('article', article)
    if (host.isConnected === !!article && this.#isNear()) return
    this.#leave()
    if (article && this.#placed++ < patience) this.#settle()
  }

  remove() {
    this.#leave()
    marked.delete(this.#target)
    targets.delete(this.#host)
  }

  /** The words around it are other now. */
  touch(changed: Node) {
    if (!this.#unfollow || this.#due || this.#host.contains(changed) || !this.#target.parentNode?.contains(changed)) return
    this.#due = requestAnimationFrame(() => {
      this.#due = 0
      this.#move()
    })
  }

  #isNear() {
    return !this.#host.isConnected || this.#host.getRootNode() === this.#target.getRootNode() && !!this.#host.parentNode?.contains(this.#target) || this.#target.contains(this.#host)
  }

  /** The first place in the page where nothing moves because of it; else the first. */
  #settle() {
    const [first, ...others] = placesFor(this.#target)
    const still = () => JSON.stringify(surroundings.around(this.#target))
    const before = still()
    first?.(this.#host)
    for (const place of others) {
      if (still() === before) break
      place(this.#host)
    }
    if (still() !== before) first?.(this.#host)
    this.#unfollow = follow(this.#target, this.#host, () => this.#move())
  }

  #leave() {
    this.#unfollow?.()
    this.#unfollow = undefined
    this.#host.remove()
  }

  #move() {
    const { style } = this.#host
    const own = this.#host.getBoundingClientRect()
    if (!own.width) return
    const { shown, ...about } = surroundings.of(this.#target, this.#host)
    style.visibility = shown ? '' : 'hidden'
    if (!shown) return
    const spot = spotFor({ ...about, size: own.width })
    // Inside what is scaled a pixel is not a pixel.
    const scale = own.width / this.#host.offsetWidth
    const by = (name: string, distance: number) => style.setProperty(name, `${(parseFloat(style.getPropertyValue(name)) || 0) + distance / scale}px`)
    if (Math.abs(spot.x - own.left) > 0.5) by('--_x', spot.x - own.left)
    if (Math.abs(spot.y - own.top) > 0.5) by('--_y', spot.y - own.top)
  }
}
