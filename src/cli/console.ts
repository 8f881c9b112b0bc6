/** Where a command writes, and what else it needs of the world. */
export interface Console {
  /** What it did. */
  out(text: string): void
  /** What went wrong, and how far it is. */
  err(text: string): void
  /** Whether somebody looks on, so that a line may be written over. */
  terminal: boolean
  /** Milliseconds. */
  now(): number
  /** Ends what would go on for ever. */
  stop: AbortSignal
}
