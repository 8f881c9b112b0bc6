import { deadline } from '../../core/support/deadline.ts'
import { notThere } from './not-there.ts'
import type { OpenChat } from './open-chat.ts'

// https://www.chatwoot.com/hc/user-guide/articles/1677587234-how-to-send-additional-user-information-to-chatwoot-using-sdk
interface Chatwoot {
  hasLoaded: boolean
  setCustomAttributes(attributes: Record<string, string>): void
  setConversationCustomAttributes(attributes: Record<string, string>): void
  toggle(state: 'open' | 'close'): void
}

/**
 * Chatwoot's. Name and address go as attributes of what is said, never with `setUser`: that would show the conversations of whoever
 * has that address to anybody who types it in.
 */
export const openChatwoot: OpenChat = async ({ draft: { contact }, rung, text }, view = window, patience = 5_000) => {
  const { $chatwoot: chat } = view as Window & { $chatwoot?: Chatwoot }
  if (!chat) throw notThere('Chatwoot', 'there is no $chatwoot on this page')
  if (!chat.hasLoaded) {
    const ready = new Promise(resolve => view.addEventListener('chatwoot:ready', resolve, { once: true }))
    await deadline(ready, patience, 'chat/not-there')
  }
  const attributes = {
    earshot_for: rung.name,
    ...(text && { earshot_text: text }),
    ...(contact?.name && { earshot_name: contact.name }),
    ...(contact?.email && { earshot_email: contact.email }),
  }
  // Of the conversation where there is one, else of whoever begins it.
  chat.setCustomAttributes(attributes)
  chat.setConversationCustomAttributes(attributes)
  chat.toggle('open')
}
