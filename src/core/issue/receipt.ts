/** The backend's word that it has the issue. */
export interface Receipt {
  /** The id of the issue it is for; an answer that names another one is not a receipt. */
  id: string
  /** What a person can read out on the telephone. */
  reference: string
  /** Opens the thread; a secret of this device. */
  token?: string
  url?: string
  /** Who has it. */
  owner?: { name: string; avatar?: string }
  /** ISO 8601: when to expect an answer. */
  expectBy?: string
  /** What to do if none comes, in the owner's words. */
  next?: string
  /** ISO 8601, by the backend's clock. */
  acceptedAt: string
  /** By which parts of a composed transport it went, from the outermost to the innermost: what follows the issue takes the same way. */
  via?: string
}
