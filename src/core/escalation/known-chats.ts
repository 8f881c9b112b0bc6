/** The chats that Earshot opens by itself. */
export const knownChats = ['chatwoot', 'rocket.chat', 'zammad'] as const
