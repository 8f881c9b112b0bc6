// @ts-check
import { readKudos } from './api.js'
import { el, moment } from './dom.js'
import { quote } from './blocks.js'

/** @param {any} praise */
const entry = praise => el('li', {},
  el('p', { class: 'message-head' }, 'For ', el('strong', {}, praise.person), ' ', moment(praise.at), ' ', el('a', { href: `#/${praise.issue}`, class: 'mono' }, praise.reference)),
  quote(praise.text) || el('p', { class: 'soft' }, 'Thanks, without words.'))

/** Thanks by whom they are for. @param {string} person everybody's when empty */
export async function kudosView(person) {
  const { people, kudos, next } = await readKudos(person)
  const list = el('ol', { class: 'thread', 'aria-label': 'Thanks, newest first' }, ...kudos.map(entry))
  const more = next && el('button', {
    type: 'button', class: 'quiet', onclick: async event => {
      const button = event.currentTarget
      const older = await readKudos(person, button.dataset.next)
      const added = older.kudos.map(entry)
      list.append(...added)
      if (older.next) button.dataset.next = older.next
      else button.remove()
      added[0]?.querySelector('a')?.focus()
    },
    'data-next': next,
  }, 'Show older ones')
  const name = people.find((/** @type {any} */ each) => each.person.toLowerCase() === person.toLowerCase())?.person ?? person
  return el('div', { class: 'kudos' },
    el('h2', { tabindex: -1, id: 'title' }, person ? `Thanks for ${name}` : 'Thanks'),
    people.length > 0 && el('nav', { class: 'people', 'aria-label': 'Thanks by person' },
      el('a', { href: '#kudos', 'aria-current': person ? undefined : 'true' }, 'Everybody'),
      ...people.map((/** @type {any} */ each) => el('a', {
        href: `#kudos/${encodeURIComponent(each.person)}`, 'aria-current': each.person === name ? 'true' : undefined,
      }, `${each.person} `, el('span', { class: 'soft' }, String(each.count))))),
    kudos.length ? list : el('p', { class: 'empty' }, 'Nobody was thanked by name yet. When somebody is, it stands here, in the customer’s own words.'),
    more)
}
