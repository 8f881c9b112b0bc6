import { notThere } from './not-there.ts'
import type { OpenChat } from './open-chat.ts'

// https://admin-docs.zammad.org/en/latest/channels/chat.html: the chat listens to the button of this class, and marks it while nobody is there.
const button = '.open-zammad-chat'

/** Zammad's, by the button that its chat listens to. It takes nothing along: the words are for the customer to paste. */
export const openZammad: OpenChat = async (_handover, view = window) => {
  if (!('ZammadChat' in view)) throw notThere('Zammad', 'there is no ZammadChat on this page')
  const found = view.document.querySelector<HTMLElement>(`${button}:not(.is-inactive)`)
  if (!found) throw notThere('Zammad', `there is no button "${button}" on this page that is not marked as inactive`)
  found.click()
}
