// @ts-check
import { isRecord } from './at-path.js'
import { createDesk } from './library.js'

/** @typedef {{ code: string, message: string, path?: string }} Problem */

const forms = ['problem', 'question', 'idea', 'praise']
/** @type {{ dispose(): void } | undefined} */
let last
let count = 0

/**
 * Has the library itself look at settings, as it would on the owner's page: a desk without a page, without a network and without
 * anything kept is asked for its forms, its people and its articles. What it finds comes bit by bit.
 * @param {Record<string, unknown>} config
 * @param {(problems: readonly Problem[]) => void} found
 */
export function check(config, found) {
  last?.dispose()
  const isNamed = config['desk'] === undefined || typeof config['desk'] === 'string'
  const desk = createDesk({ ...config, ...(isNamed && { desk: `check-${++count}` }) }, {
    page: undefined, storeExists: async () => false, fetch: () => Promise.reject(new Error('Nothing is fetched to check settings')),
  })
  last = desk
  desk.subscribe(({ problems }) => {
    if (last === desk) found(problems)
  })
  const own = Array.isArray(config['forms']) ? config['forms'].filter(isRecord).map(({ id }) => String(id)) : []
  const asked = [desk.people(), desk.suggest('help'), ...new Set([...forms, ...own])].slice(0, 20)
  for (const each of asked) void Promise.resolve(typeof each === 'string' ? desk.form(each) : each).catch(() => {})
}
