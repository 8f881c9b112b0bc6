import type { SignalType } from '../../desk/config.ts'
import type { Trouble } from '../../desk/page.ts'
import { isSecret } from '../secret.ts'
import { byIds, nameOf, wordsIn } from '../words-in.ts'
import { selectorOf } from './selector.ts'

const longest = 80

/** What can be said of trouble with an element: what it is called and what stands around it; never what was typed into it. */
export function troubleOf(type: SignalType, element: Element | undefined): Trouble {
  const matches = (selector: string) => !!element?.closest(selector)
  if (!element) return { type, name: '', around: headingOf(document.body), matches }
  const around = [legendOf(element), headingOf(element)]
  if (isSecret(element)) return { type, name: '', around: joined(around), matches }
  const text = nameOf(element, longest)
  const selector = selectorOf(element)
  return {
    type,
    element: { ...(selector && { selector }), ...(text && { text }) },
    name: text,
    around: joined([...described(element), ...around]),
    matches,
  }
}

const joined = (texts: string[]) => [...new Set(texts.filter(Boolean))].join('. ').slice(0, 300)

const described = (element: Element) => [...byIds(element, 'aria-errormessage'), ...byIds(element, 'aria-describedby')]

function legendOf(element: Element): string {
  const legend = element.closest('fieldset')?.querySelector('legend')
  return legend ? wordsIn(legend).slice(0, longest) : ''
}

function headingOf(element: Element): string {
  const heading = element.closest('section, article, dialog, main, [role=dialog], [role=main], body')?.querySelector('h1, h2, h3, h4')
  return heading ? wordsIn(heading).slice(0, longest) : ''
}
