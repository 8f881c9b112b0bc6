import { move } from './move.ts'

const askers = ['removeChild', 'insertBefore', 'replaceChild'] as const

/**
 * Keeps an element's place in the page while it is away. Who made it may want it back, or take it for the neighbour of something
 * new, and would be thrown an error because it is not there: so it is there by then.
 */
export class Home {
  readonly #mark = document.createComment('')
  readonly #element: Element
  readonly #parent: Node

  /** @param called is told before the element is needed at home; it has to be back when that returns. */
  constructor(element: Element, called: () => void) {
    this.#element = element
    this.#parent = element.parentNode!
    this.#parent.insertBefore(this.#mark, element)
    // The body is nobody's: no framework takes away what a script of ours has put there.
    if (this.#parent === document.body) return
    for (const name of askers) {
      Object.defineProperty(this.#parent, name, {
        configurable: true,
        value: (...nodes: [Node, Node]) => {
          if (nodes.includes(element)) called()
          return (Node.prototype[name] as (...given: [Node, Node]) => Node).apply(this.#parent, nodes)
        },
      })
    }
  }

  /** The element around the place. */
  get parent(): Element {
    return this.#mark.parentElement ?? document.body
  }

  /** Whether the place is still in the page. */
  get isThere(): boolean {
    return this.#mark.isConnected
  }

  /** Brings the element back; where the place itself was taken out of the page, the element goes with it. */
  back(): void {
    this.#letGo()
    if (this.#mark.parentNode) move(this.#element, this.#mark.parentNode, this.#mark)
    this.#mark.remove()
  }

  /** The element is not to come back: somebody has removed it. */
  giveUp(): void {
    this.#letGo()
    this.#mark.remove()
  }

  #letGo() {
    if (this.#parent !== document.body) for (const name of askers) delete (this.#parent as Partial<Node>)[name]
  }
}
