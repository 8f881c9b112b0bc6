import type { Desk } from '../../desk/desk.ts'
import { plainRungs } from '../shared/shown-rung.ts'
import { wayTo } from '../shared/ways.ts'
import { say } from '../shared/words.ts'

/**
 * Stands in for a view that could not be fetched: says so, and leads to a person all the same, by what is here already.
 */
export function standIn(view: HTMLElement & { desk?: Desk }) {
  const { desk } = view
  if (!desk) return
  const { settings } = desk
  const items = plainRungs(settings.ladder).flatMap(rung => {
    const { href } = wayTo(rung)
    return href ? [line(link(href, `${rung.name}: ${rung.to}`))] : []
  })
  view.replaceChildren(
    line(say('part.failed', {}, settings)),
    ...items,
    // A form may be here although this is not.
    ...(view.localName === 'earshot-feedback' ? [] : [line(button(say('kind.question', {}, settings), () => desk.open({ name: 'form', form: 'question' })))]),
    // What the page itself says for when nothing works.
    document.createElement('slot'),
  )
}

function line(...parts: (string | Node)[]) {
  const made = document.createElement('p')
  made.append(...parts)
  return made
}

const link = (href: string, textContent: string) => Object.assign(document.createElement('a'), { href, textContent, className: 'plain', rel: 'noopener noreferrer' })

const button = (textContent: string, onclick: () => void) =>
  Object.assign(document.createElement('button'), { textContent, onclick, type: 'button', className: 'plain' } as const)
