import type { MessageKey } from '../../locale/en.ts'
import { address } from './address.ts'
import type { ShownRung } from './shown-rung.ts'

/** How a rung is reached: an address whose scheme has been checked, the owner's chat, or a form. */
export interface Way {
  href?: string
  /** Without an address: what a press does. Default `message`. */
  act?: 'callback' | 'chat'
  label: MessageKey
  number?: string
  /** What the label does not say by itself. */
  kind?: MessageKey
}

/** @param chat the owner's own chat can be opened from here. */
export function wayTo({ kind, to = '' }: ShownRung, chat = false): Way {
  if (kind === 'email') return link(address(/^mailto:/i.test(to) ? to : `mailto:${to}`, ['mailto:']), 'people.email', to)
  if (kind === 'phone') {
    const number = to.replace(/^tel:/i, '')
    return { ...link(address(`tel:${number.replace(/[^\d+*#]/g, '')}`, ['tel:']), 'people.call', to), number }
  }
  if (kind === 'chat') return chat ? { act: 'chat', label: 'people.chatOpen', kind: 'people.chat' } : link(address(to), 'people.visit', to, 'people.chat')
  if (kind === 'link') return link(address(to), 'people.visit', to, 'people.link')
  if (kind === 'visit') return link(address(to), 'people.visit', to, 'people.place')
  return kind === 'callback' ? { act: 'callback', label: 'people.callMe', kind: 'people.callback' } : { label: 'people.message' }
}

function link(href: string | undefined, label: MessageKey, to: string, kind?: MessageKey): Way {
  return { ...(href && to ? { href, label } : { label: 'people.message' }), ...(kind && { kind }) }
}
