// `constructor`, `__proto__` and the like: what every object inherits where nobody has added to it.
const usual = 12

/** What a text of JSON says, and nothing else: where a page has hung words of its own on `Object.prototype`, no object of it inherits them. */
export function parseJson(text: string): unknown {
  return Object.getOwnPropertyNames(Object.prototype).length > usual ? JSON.parse(text, withoutInherited) : JSON.parse(text)
}

function withoutInherited(_key: string, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { __proto__: null, ...value } : value
}
