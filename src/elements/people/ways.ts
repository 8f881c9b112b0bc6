import type { RungState } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { address } from '../shared/address.ts'

/** How a rung is reached: an address whose scheme has been checked, or, without one, the form. */
export interface Way { href?: string; label: MessageKey; number?: string; kind: MessageKey }

export function wayTo({ kind, to = '' }: RungState): Way {
  if (kind === 'email') return link(address(/^mailto:/i.test(to) ? to : `mailto:${to}`, ['mailto:']), 'people.email', 'people.email.kind', to)
  if (kind === 'phone') {
    const number = to.replace(/^tel:/i, '')
    return { ...link(address(`tel:${number.replace(/[^\d+*#]/g, '')}`, ['tel:']), 'people.call', 'people.phone', to), number }
  }
  if (kind === 'chat') return link(address(to), 'people.visit', 'people.chat', to)
  if (kind === 'link') return link(address(to), 'people.visit', 'people.link', to)
  if (kind === 'visit') return link(address(to), 'people.visit', 'people.place', to)
  return { label: 'people.message', kind: kind === 'callback' ? 'people.callback' : 'people.form' }
}

function link(href: string | undefined, label: MessageKey, kind: MessageKey, to: string): Way {
  return href && to ? { href, label, kind } : { label: 'people.message', kind }
}
