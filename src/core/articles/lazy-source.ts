import { EarshotError } from '../support/errors.ts'
import { until } from '../support/until.ts'
import { onceEach } from './once-each.ts'
import type { Source } from './source.ts'

/**
 * A source whose code is fetched with the first question. When that fails the question fails with `articles/unreachable`,
 * and the next one tries again.
 */
export function lazySource(name: string, load: () => Promise<Source>): Source {
  const made = onceEach(() => load().catch((error: unknown) => {
    if (error instanceof EarshotError) throw error
    throw new EarshotError('articles/unreachable', `The code of the source "${name}" could not be loaded`, { source: name, error })
  }))
  const ask = async <T>({ signal }: { signal: AbortSignal }, question: (source: Source) => Promise<T> | undefined, otherwise: T): Promise<T> => {
    signal.throwIfAborted()
    const source = await until(signal, made(''))
    return await question(source) ?? otherwise
  }
  return {
    name,
    search: (query, options) => ask(options, source => source.search(query, options), []),
    async read(id, options) {
      options.signal.throwIfAborted()
      return (await until(options.signal, made(''))).read(id, options)
    },
    suggest: (page, options) => ask(options, source => source.suggest?.(page, options), []),
    topics: options => ask(options, source => source.topics?.(options), []),
  }
}
