import type { ReactiveController } from 'lit'

/**
 * What owners may style with `::part()` in every element, by one small vocabulary: the same name for the same thing everywhere.
 * Names of single things, such as `panel` or `send`, stand in the elements' own documentation beside these.
 */
export const parts = [
  { part: 'heading', of: 'h2, h3', is: 'A heading.' },
  { part: 'button', of: '.button', is: 'A button that does something: filled, or with an edge.' },
  { part: 'link', of: 'a, .plain', is: 'A link, or a quiet button that looks like one.' },
  { part: 'icon', of: '.icon', is: 'A round button with a sign in it.' },
  { part: 'label', of: 'label, legend', is: 'What a field is called.' },
  { part: 'field', of: 'input:not([type=checkbox], [type=radio], [type=file]), textarea, select', is: 'What one types into or chooses from.' },
  { part: 'choice', of: '[type=checkbox], [type=radio]', is: 'A tick or one of several answers.' },
  { part: 'hint', of: '.hint', is: 'What helps to fill a field.' },
  { part: 'error', of: '.error', is: 'What is wrong with a field.' },
  { part: 'list', of: 'ul, ol, .list', is: 'A list.' },
  { part: 'item', of: 'li', is: 'One of a list.' },
  { part: 'row', of: '.row', is: 'A row that can be pressed.' },
] as const

const single = ['title', 'send', 'search', 'scale', 'tools', 'body: article']

/** Gives what is drawn its names, before it is seen. */
export class Parts implements ReactiveController {
  readonly #root: ShadowRoot

  constructor(host: HTMLElement) {
    this.#root = host.shadowRoot!
    const { host: outer } = host.getRootNode() as ShadowRoot
    // In the panel a view is one level deeper: its names are handed on, and the body of an article is not that of the panel.
    if (outer?.localName.startsWith('earshot-')) host.setAttribute('exportparts', [...single, ...parts.map(({ part }) => part)].join(', '))
    this.hostUpdated()
  }

  hostUpdated(): void {
    for (const { part, of } of parts) {
      for (const element of this.#root.querySelectorAll(of)) if (!element.part.contains(part)) element.part.add(part)
    }
  }
}
