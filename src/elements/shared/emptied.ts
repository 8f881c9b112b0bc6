import type { Draft } from '../../core/issue/draft.ts'

/** A patch that empties parts of a draft. */
export const emptied = (...parts: (keyof Draft)[]): Partial<Draft> => Object.fromEntries(parts.map(part => [part, undefined]))
