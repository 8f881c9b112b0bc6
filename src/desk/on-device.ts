import type { Source } from '../core/articles/source.ts'

// By name: sources that answer from files, without telling anybody what was asked.
const named = ['index', 'pagefind', 'page']

/**
 * What of the `articles` setting answers on the device: a built index and articles at hand. A search engine elsewhere is not asked
 * about trouble the customer has not spoken of; nor is a source made in code, unless it says `onDevice: true`.
 */
export function onDevice(setting: unknown): unknown {
  if (Array.isArray(setting)) return setting.map(onDevice).filter(each => each !== undefined)
  if (typeof setting !== 'object' || setting === null) return setting
  const { search, source, onDevice: own } = setting as Partial<Source> & { source?: unknown }
  if (typeof search === 'function') return own === true ? setting : undefined
  return source === undefined || 'body' in setting || named.includes(source as string) ? setting : undefined
}
