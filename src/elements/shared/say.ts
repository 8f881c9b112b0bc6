import type { MessageKey } from '../../locale/en.ts'

/** The sentence for a key, in the customer's language. Elements hand theirs to the functions that render a part of them. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string
