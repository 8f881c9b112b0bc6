// @ts-check
import { el } from '../../inbox/dom.js'
import { valueAt } from '../at-path.js'
import { problemOf, radios, selectField, suggestions, textField } from '../fields.js'
import { change, current, set } from '../store.js'

const names = new Map([
  ['neutral', 'Neutral'], ['warm', 'Warm'], ['contrast', 'High contrast'], ['terminal-plain', 'Terminal'],
])

/** The colour, as it can be picked and as it can be written. */
function accent() {
  const path = '/theme/accent'
  const field = textField({ path, label: 'Accent', hint: 'Any colour of CSS. Empty: what the page or the theme says.', placeholder: '#0d5c52' })
  const text = /** @type {HTMLInputElement} */ (field.querySelector('input'))
  const picked = () => (/^#[\da-f]{6}$/i.test(text.value) ? text.value : '#0d5c52')
  const picker = el('input', { type: 'color', 'aria-label': 'Pick the accent', id: 'pick-accent', value: picked(), oninput: event => {
    text.value = event.target.value
    set(path, text.value)
  } })
  text.addEventListener('input', () => (picker.value = picked()))
  const pair = el('div', { class: 'pair' })
  text.replaceWith(pair)
  pair.append(picker, text)
  return field
}

/** @param {import('../lists.js').Lists} lists @returns {import('../choices.js').Part} */
export const looks = lists => ({
  title: 'Looks',
  short: ({ config, theme }) => [theme && (names.get(theme) ?? theme), valueAt(config, '/theme/accent')].filter(value => typeof value === 'string' && value).join(', ') || 'as the page',
  draw: () => [
    lists.themes.length > 0 && radios({
      name: 'theme', legend: 'Ready theme', value: current().theme, write: theme => change({ theme }, 'theme'),
      options: [['', 'None'], ...lists.themes.map(name => /** @type {const} */ ([name, names.get(name) ?? name]))],
    }),
    accent(),
    selectField({ path: '/theme/scheme', label: 'Light and dark', options: [['', 'As the page'], ['light', 'Always light'], ['dark', 'Always dark']] }),
    textField({ path: '/theme/radius', label: 'Corners', hint: 'A length of CSS: 0, 6px, 1rem.', placeholder: '12px', list: 'corners' }),
    suggestions('corners', ['0', '4px', '8px', '12px', '20px']),
    selectField({ path: '/theme/density', label: 'Density', options: [['', 'Comfortable'], ['compact', 'Compact, where there is a mouse']] }),
    textField({ path: '/theme/font', label: 'Font', hint: 'Empty: that of your page.', placeholder: 'Georgia, serif' }),
    problemOf('/theme'),
  ],
})
