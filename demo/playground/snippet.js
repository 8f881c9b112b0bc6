// @ts-check
// @ts-expect-error The demonstration's server makes it of what the command prints with.
import { snippet } from './print-snippet.js'

/** What an attribute of the script tag can say; everything else needs the file. */
const flat = ['endpoint', 'accept', 'articles', 'locale', 'placement', 'withoutLauncher', 'desk', 'consent', 'suggest']
/** Needed before the file has arrived. */
const early = ['locale', 'placement', 'withoutLauncher', 'desk']

const isFlat = (/** @type {[string, unknown]} */ [key, value]) => flat.includes(key) && ['string', 'boolean'].includes(typeof value)

/** Whether the settings need a file of their own. @param {Record<string, unknown>} config */
export const needsFile = config => !Object.entries(config).every(isFlat)

/** The lines for the owner's pages. @param {import('./recipe.js').Recipe} recipe @param {Record<string, string>} [checksums] by file */
export function snippetFor({ config, theme, base, sealed }, checksums) {
  const inFile = needsFile(config)
  const said = Object.entries(config).filter(entry => isFlat(entry) && (!inFile || early.includes(entry[0])))
  const integrity = sealed ? checksums : undefined
  const folder = !base || base.endsWith('/') ? base : `${base}/`
  return [
    theme && `<link rel="stylesheet" href="${folder.replaceAll('"', '%22')}themes/${theme}.css">`,
    snippet({ base, settings: { ...(inFile && { config: '/earshot.json' }), ...Object.fromEntries(said) }, ...(integrity && { integrity }) }),
    config['withoutLauncher'] === true && '<button type="button" data-earshot-open>Help</button>',
  ].filter(Boolean).join('\n')
}
