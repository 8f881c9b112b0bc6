// @ts-check

/** @param {unknown} value @returns {value is Record<string, any>} */
export const isRecord = value => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands at a JSON pointer such as `/ladder/0/name`; undefined where nothing does. @param {any} whole @param {string} path */
export function valueAt(whole, path) {
  return path.split('/').slice(1).reduce((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key] : undefined), whole)
}

/**
 * The same with another value there; `undefined` takes it out, and with it what is empty then. Nothing is changed in place.
 * @param {any} whole @param {string} path @param {unknown} value
 * @returns {any}
 */
export function withValue(whole, path, value) {
  const [key = '', ...rest] = path.split('/').slice(1)
  const isList = Array.isArray(whole)
  const inner = isList ? whole[Number(key)] : isRecord(whole) ? whole[key] : undefined
  const next = rest.length ? withValue(inner ?? (/^\d+$/.test(rest[0] ?? '') ? [] : {}), `/${rest.join('/')}`, value) : value
  const isGone = next === undefined || (rest.length > 0 && isRecord(next) && !Object.keys(next).length)
  if (isList) return isGone ? whole.filter((_, index) => String(index) !== key) : whole.toSpliced(Number(key), 1, next)
  const { [key]: _, ...others } = isRecord(whole) ? whole : {}
  if (isGone) return others
  // In its own place, so that a file keeps its order.
  return isRecord(whole) && key in whole ? { ...whole, [key]: next } : { ...others, [key]: next }
}
