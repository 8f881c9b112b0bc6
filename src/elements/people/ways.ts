import type { RungState } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { address } from '../shared/address.ts'

/** How a rung is reached: an address whose scheme has been checked, or, without one, the form. */
export interface Way {
  href?: string
  label: MessageKey
  number?: string
  /** What the label does not say by itself. */
  kind?: MessageKey
}

export function wayTo({ kind, to = '' }: RungState): Way {
  if (kind === 'email') return link(address(/^mailto:/i.test(to) ? to : `mailto:${to}`, ['mailto:']), 'people.email', to)
  if (kind === 'phone') {
    const number = to.replace(/^tel:/i, '')
    return { ...link(address(`tel:${number.replace(/[^\d+*#]/g, '')}`, ['tel:']), 'people.call', to), number }
  }
  if (kind === 'chat') return link(address(to), 'people.visit', to, 'people.chat')
  if (kind === 'link') return link(address(to), 'people.visit', to, 'people.link')
  if (kind === 'visit') return link(address(to), 'people.visit', to, 'people.place')
  return { label: 'people.message', ...(kind === 'callback' && { kind: 'people.callback' }) }
}

function link(href: string | undefined, label: MessageKey, to: string, kind?: MessageKey): Way {
  return { ...(href && to ? { href, label } : { label: 'people.message' }), ...(kind && { kind }) }
}
