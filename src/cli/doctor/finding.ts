/** One thing that was looked at, in a sentence. */
export interface Finding {
  part: 'page' | 'settings' | 'policy' | 'line' | 'people' | 'articles'
  ok: boolean
  text: string
  /** Stable, for programs, where there is something to mend. */
  code?: string
}

/** Milliseconds, moments since 1970; absent is what could not be measured. */
export interface Measures {
  pageMs?: number
  acceptedMs?: number
  answeredMs?: number
  /** Presses from the page to a person's address. */
  clicks?: number
  rungs?: number
  open?: number
  /** When somebody is there next; now, where one is. */
  opensAt?: number
  /** Articles found for "help". */
  articles?: number
}

export interface Examination { url: string; at: number; findings: Finding[]; measures: Measures }

/** Where the findings go; `mend` says what is wrong, and under which code. */
export interface Notes { well(text: string): void; mend(code: string, text: string): void }

export function notesOn(part: Finding['part'], findings: Finding[]): Notes {
  return {
    well: text => void findings.push({ part, ok: true, text }),
    mend: (code, text) => void findings.push({ part, ok: false, text, code }),
  }
}
