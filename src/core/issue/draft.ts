import type {
  Attachment, Consent, Contact, Diagnostics, Environment, Escalation, FiledBy, Filling, HistoryEntry, Journey, Kind, Observation, Rating, Subject,
} from './issue.ts'

/** What is being typed: the customer's part of an issue. Everything but `kind` is optional. */
export interface Draft {
  kind: Kind
  form?: string
  summary?: string
  story?: string
  outcome?: string
  rating?: Rating
  answers?: Record<string, unknown>
  observations?: Observation[]
  topic?: string
  audience?: string
  filedBy?: FiledBy
  subject?: Subject
  journey?: Journey
  environment?: Environment
  diagnostics?: Diagnostics
  contact?: Contact
  escalation?: Escalation
  history?: HistoryEntry[]
  repeatOf?: string
  /** The id of the issue that this one corrects: an edited issue is a new one. */
  replaces?: string
  parent?: string
  /** With their bytes; sealing leaves the description in the issue and the bytes beside it. */
  attachments?: Attachment[]
  consent?: Consent
  leaving?: boolean
  repeats?: number
  synthetic?: boolean
  filling?: Filling
  /** Stretches that look personal and are to go all the same, because the customer said so. Not part of the issue. */
  revealed?: string[]
  /** Enclosed things the customer took out, by name; with `all` the draft goes as it is, and nothing is added. Not part of the issue. */
  withheld?: string[]
  [field: string]: unknown
}
