/** The slowest uplink that is waited for, in bytes a second. */
const slowest = 16_000

/**
 * Milliseconds for an exchange that sends so many bytes: `ms` is for a small one, and for each whole 16 kB there is a second more.
 * How far an upload has come no page can see, so the time has to be enough from the beginning: a limit that a large body cannot keep is
 * reached in each attempt, for ever.
 */
export const timeToSend = (ms: number, bytes: number): number => ms + 1_000 * Math.floor(bytes / slowest)
