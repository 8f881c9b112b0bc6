// @ts-check
import { problemOf, selectField, tick } from '../fields.js'

/** @param {string} tag @param {string} [inLanguage] */
function nameOf(tag, inLanguage = tag) {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** @type {[string, string][] | undefined} */
let names

/** In its own words and in English, so that it is found by whoever looks for it. @param {string} tag */
const languageName = tag => {
  const [own, english] = [nameOf(tag), nameOf(tag, 'en')]
  return own.toLowerCase() === english.toLowerCase() ? english : `${english} · ${own}`
}

/** @param {readonly string[]} languages */
const sorted = languages => languages.map(tag => /** @type {[string, string]} */ ([tag, languageName(tag)])).sort(([, a], [, b]) => a.localeCompare(b, 'en'))

/** @param {import('../lists.js').Lists} lists @returns {import('../choices.js').Part} */
export const place = ({ languages }) => ({
  title: 'Language and place',
  short: ({ config }) => [
    typeof config['locale'] === 'string' ? nameOf(config['locale'], 'en') : 'language of the page',
    config['withoutLauncher'] === true ? 'own button' : String(config['placement'] ?? 'bottom-end').replace('-', ' '),
  ].join(', '),
  draw: () => [
    selectField({
      path: '/locale', label: 'Language', hint: `${languages.length} are there, each fetched when it is needed.`,
      options: [['', 'As the page'], ...(names ??= sorted(languages))],
    }),
    selectField({
      path: '/placement', label: 'Corner', hint: 'Start and end follow the direction of the page.',
      options: [['', 'Bottom, end'], ['bottom-start', 'Bottom, start'], ['top-end', 'Top, end'], ['top-start', 'Top, start']],
    }),
    tick({ path: '/withoutLauncher', label: 'A button of mine opens it', hint: 'In the preview it is “Help” at the top of the page.' }),
    problemOf('/desk'),
  ],
})
