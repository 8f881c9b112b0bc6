/** What looks personal or secret. */
export type FindingKind = 'card' | 'iban' | 'email' | 'phone' | 'id' | 'token' | 'secret' | 'session' | 'hex' | 'own'

/** One stretch of a text that is blanked out. */
export interface Stretch {
  readonly kind: FindingKind
  /** In UTF-16 code units of the text. */
  readonly start: number
  readonly end: number
  /** The stretch itself; it never leaves the page unless it is kept. */
  readonly text: string
  /** What takes its place. */
  readonly blank: string
}

/** One stretch of a draft that is blanked out before an issue is sealed, unless the customer wants it kept. */
export interface Finding extends Stretch {
  /** Where its text stands, as a JSON pointer into the draft. */
  readonly pointer: string
}

/** What is blanked out besides what is always looked for. */
export interface Redaction {
  /** Regular expressions of the owner's own; one that could take for ever is refused. */
  patterns?: readonly string[]
  /** National ids to look for, by their names, such as `us-ssn` and `de-steuer-id`. */
  ids?: readonly string[]
  /** Kinds not to look for. */
  off?: readonly FindingKind[]
}
