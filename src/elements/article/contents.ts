import { html, nothing } from 'lit'
import type { Block, HeadingBlock } from '../../core/articles/document.ts'
import type { Say } from '../shared/say.ts'
import { plainText } from './inlines.ts'

/** A heading one can go to; `deep` when it is below the highest level of the article. */
export interface Heading { id: string; text: string; deep: boolean }

// A shorter article is seen at a glance.
const long = { headings: 4, letters: 1500 }

/** The headings of a Markdown article; none when it is short. */
export function headingsOf(blocks: readonly Block[], letters: number): Heading[] {
  const headings = blocks.filter((block): block is HeadingBlock => block.type === 'heading')
  return listed(headings.map(({ id, level, inlines }) => ({ id, level, text: plainText(inlines).trim() })), letters)
}

/** The headings of an HTML article, which all get an id to be reached by; none when it is short. */
export function headingsIn(fragment: DocumentFragment): Heading[] {
  const headings = [...fragment.querySelectorAll<HTMLElement>('h3, h4, h5, h6')]
  headings.forEach((heading, i) => (heading.id ||= `earshot-heading-${i}`))
  return listed(headings.map(({ id, localName, textContent }) => ({ id, level: Number(localName[1]), text: textContent!.trim() })), fragment.textContent!.length)
}

/** Two levels are an overview; more would be the article again. */
function listed(headings: { id: string; level: number; text: string }[], letters: number): Heading[] {
  const top = Math.min(...headings.map(({ level }) => level))
  const shown = headings.filter(({ level, text }) => text && level <= top + 1)
  if (letters < long.letters || shown.length < long.headings) return []
  return shown.map(({ id, level, text }) => ({ id, text, deep: level > top }))
}

/** What is in the article, folded away. Its links are followed by the article itself. */
export function contents(headings: readonly Heading[], say: Say) {
  if (headings.length === 0) return nothing
  return html`<nav class="contents" aria-label=${say('article.contents')}>
    <details>
      <summary>${say('article.contents')}</summary>
      <ul>
        ${headings.map(({ id, text, deep }) => html`<li class=${deep ? 'deep' : nothing}><a href="#${encodeURIComponent(id)}" dir="auto">${text}</a></li>`)}
      </ul>
    </details>
  </nav>`
}
