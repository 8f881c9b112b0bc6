import type { Handover } from '../../desk/handover.ts'
import type { Settings } from '../../desk/config.ts'

/** Opens one product's chat. `view` is the page's window, `patience` how long a chat that is still loading may take, in milliseconds. */
export type OpenChat = (handover: Handover, view?: Window, patience?: number) => Promise<void>

const known = {
  chatwoot: async () => (await import('./chatwoot.ts')).openChatwoot,
  'rocket.chat': async () => (await import('./rocket-chat.ts')).openRocketChat,
  zammad: async () => (await import('./zammad.ts')).openZammad,
} satisfies Record<string, () => Promise<OpenChat>>

/** Opens the owner's chat with the case. Rejects where it is not there: whatever went wrong, the other ways are to be shown. */
export async function openChat({ chat }: Pick<Settings, 'chat'>, handover: Handover): Promise<void> {
  if (typeof chat === 'function') await chat(handover)
  else await (await known[chat!]())(handover)
}
