import { deadline } from '../../core/support/deadline.ts'
import type { OpenChat } from './open-chat.ts'
import { notThere } from './not-there.ts'

// https://developer.rocket.chat/docs/livechat-widget-api
interface Livechat {
  setCustomField(name: string, value: string): void
  setGuestName(name: string): void
  setGuestEmail(email: string): void
  maximizeWidget(): void
}

/** Rocket.Chat's. Its line of installation queues what it is told, also where its script never comes: so there is a limit to waiting. */
export const openRocketChat: OpenChat = async ({ draft: { contact }, rung, text }, view = window, patience = 5_000) => {
  const { RocketChat: tell } = view as Window & { RocketChat?: (run: (this: Livechat) => void) => void }
  if (typeof tell !== 'function') throw notThere('Rocket.Chat', 'there is no RocketChat on this page')
  let late = false
  const opened = new Promise<void>(resolve =>
    tell(function () {
      // Whoever has gone another way meanwhile is left alone.
      if (late) return
      if (contact?.name) this.setGuestName(contact.name)
      if (contact?.email) this.setGuestEmail(contact.email)
      this.setCustomField('earshotFor', rung.name)
      if (text) this.setCustomField('earshotText', text)
      this.maximizeWidget()
      resolve()
    }),
  )
  await deadline(opened, patience, 'chat/not-there').catch(error => {
    late = true
    throw error
  })
}
