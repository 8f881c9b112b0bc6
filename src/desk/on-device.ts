import type { Source } from '../core/articles/source.ts'

// By name: sources that answer from files, without telling anybody what was asked.
const named = ['index', 'pagefind', 'page']

/**
 * What of the `articles` setting answers on the device: a built index and articles at hand. A search engine elsewhere is not asked
 * about trouble the customer has not spoken of; nor is a source made in code, unless it says `onDevice: true`. The setting itself where
 * all of it does.
 */
export function onDevice(setting: unknown): unknown {
  if (Array.isArray(setting)) {
    const kept = setting.map(onDevice)
    return kept.every((each, i) => each === setting[i]) ? setting : kept.filter(each => each !== undefined)
  }
  if (typeof setting !== 'object' || setting === null) return setting
  const { search, source, onDevice: own } = setting as Partial<Source> & { source?: unknown }
  if (typeof search === 'function') return own === true ? setting : undefined
  return source === undefined || 'body' in setting || named.includes(source as string) ? setting : undefined
}
