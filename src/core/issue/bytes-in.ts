import type { Attachment } from './issue.ts'

/** The bytes of all these files together, as they are and not as they say. */
export const bytesIn = (files: readonly Attachment[]): number => files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
