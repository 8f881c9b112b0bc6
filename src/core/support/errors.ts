/**
 * The one error class. `code` is stable and documented (`room/what-happened`),
 * `details` is for programs, `message` is for the developer who reads the console.
 */
export class EarshotError extends Error {
  override readonly name: string = 'EarshotError'
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, message: string, details: Record<string, unknown> = {}) {
    super(`${message} [${code}]`)
    this.code = code
    this.details = details
  }
}

/** Something wrong that did not stop the rest: collected in `desk.state.problems`, warned about once per code and path. */
export interface Problem {
  readonly code: string
  readonly message: string
  /** Where it is, as a JSON pointer (`/ladder/0/hours`). */
  readonly path?: string
}

/** What went wrong, whatever was thrown: never throws itself, even for a hostile `toString`. */
export function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown)
  } catch {
    return 'something that cannot be read was thrown'
  }
}
