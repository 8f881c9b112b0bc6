import type { Rung } from './ladder.ts'

/** The presses that lie between a page and the way to a person, by the names of the buttons, and who is met first. */
export interface Clicks { path: readonly string[]; person: string }

/**
 * Presses until the way to a person is on the screen, from a page on which nothing was opened yet. Where the owner's own button
 * opens the panel it is one, too; inside of it every view has "Talk to a person". Without a ladder that leads to a form.
 */
export function clicksToPerson(ladder: readonly Rung[], withoutLauncher = false): Clicks {
  return { path: [withoutLauncher ? 'your own button' : 'Help', 'Talk to a person'], person: ladder[0]?.name ?? 'a form' }
}
