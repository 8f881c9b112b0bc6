/** One message that follows an issue. */
export interface Message {
  /** Minted by its sender; a reply sent twice counts once. */
  id: string
  /** ISO 8601. */
  at: string
  from: 'customer' | 'staff'
  author?: { name: string; avatar?: string }
  text: string
}

/** `open`: nobody has answered; `answered`: the customer's turn; `closed`: done. */
export type ThreadStatus = 'open' | 'answered' | 'closed'

/** The messages that follow an issue, oldest first. */
export interface Thread {
  /** The id. */
  id: string
  reference: string
  status: ThreadStatus
  owner?: { name: string; avatar?: string }
  expectBy?: string
  messages: Message[]
}
