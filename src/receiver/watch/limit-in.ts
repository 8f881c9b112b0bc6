const prefix = 'limit/'

/** The limit that was reached, by the code of a refusal; undefined where it was refused for something else. */
export const limitIn = (code: string | undefined): string | undefined => (code?.startsWith(prefix) ? code.slice(prefix.length) : undefined)
