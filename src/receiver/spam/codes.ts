const pattern = /^[a-z0-9][a-z0-9-]{0,39}$/
const most = 10

/** Those of a list that can be codes: short and plain, each once, not too many. */
export const codesIn = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter(code => typeof code === 'string' && pattern.test(code)) as string[])].slice(0, most) : []

/** Whether a list is one of codes, all of it. */
export const areCodes = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && codesIn(value).length === value.length
