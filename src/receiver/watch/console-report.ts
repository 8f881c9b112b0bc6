import { loggedError } from './logged-error.ts'

/** Where errors go that nobody else hears of: to the console, as one line of JSON without their messages. */
export const consoleReport = (error: unknown): void => console.error(`Earshot: ${JSON.stringify(loggedError(error))}`)
