// @ts-check
import { el } from '../../inbox/dom.js'
import { isRecord } from '../at-path.js'
import { asText, idOf, listButtons, numberField, problemOf, selectField, suggestions, textField } from '../fields.js'
import { say } from '../say.js'
import { current, set } from '../store.js'

/** @type {[string, string][]} */
const kinds = [
  ['message', 'A message: the form itself'], ['email', 'E-mail'], ['phone', 'Telephone'], ['callback', 'We call back'], ['chat', 'Chat'], ['link', 'A page'], ['visit', 'A place to visit'],
]
const reached = new Map([['email', 'E-mail address'], ['phone', 'Number'], ['chat', 'Address of the chat'], ['link', 'Address of the page'], ['visit', 'Address of a map or page']])
const most = 30
const zones = suggestions('zones', Intl.supportedValuesOf('timeZone'))

const ladderOf = () => {
  const { ladder } = current().config
  return Array.isArray(ladder) ? ladder : []
}

/** An id nobody has yet: it stays when the name changes, because issues name it. @param {any[]} ladder */
function freeId(ladder) {
  let number = ladder.length + 1
  while (ladder.some(rung => rung?.id === `rung-${number}`)) number++
  return `rung-${number}`
}

/** @param {any} rung @param {number} index @param {any[]} all */
function rungFields(rung, index, all) {
  const path = `/ladder/${index}`
  const kind = asText(rung?.kind)
  const to = reached.get(kind)
  return el('fieldset', { class: 'item' }, el('legend', {}, `Rung ${index + 1}`),
    isRecord(rung) && textField({ path: `${path}/name`, label: 'Name, as customers read it', write: name => set(`${path}/name`, name ?? '') }),
    isRecord(rung) && selectField({ path: `${path}/kind`, label: 'How', options: kinds, write: value => set(`${path}/kind`, value, { anew: true }) }),
    to !== undefined && textField({ path: `${path}/to`, label: to }),
    isRecord(rung) && textField({ path: `${path}/hours`, label: 'Hours', placeholder: 'Mo-Fr 09:00-12:00,13:00-17:00', hint: 'Empty: always.' }),
    isRecord(rung) && textField({ path: `${path}/timeZone`, label: 'Time zone', placeholder: 'Europe/Berlin', hint: 'Empty: UTC.', list: 'zones' }),
    isRecord(rung) && numberField({ path: `${path}/answersWithin`, label: 'Answers within, in hours', hint: 'Hours in which somebody is there. Empty: no promise.' }),
    problemOf(path),
    listButtons(all, index, asText(rung?.name) || `Rung ${index + 1}`, (list, sentence) => (set('/ladder', list, { anew: true }), say(sentence))))
}

function add() {
  const ladder = ladderOf()
  set('/ladder', [...ladder, { id: freeId(ladder), name: '', kind: 'email', to: '' }], { anew: true })
  document.getElementById(idOf(`/ladder/${ladder.length}/name`))?.focus()
}

/** @type {import('../choices.js').Part} */
export const people = {
  title: 'People',
  short: ({ config: { ladder } }) => (Array.isArray(ladder) && ladder.length ? `${ladder.length} ${ladder.length === 1 ? 'rung' : 'rungs'}` : 'only the form'),
  draw() {
    const ladder = ladderOf()
    return [
      el('p', { class: 'hint' }, 'Whom customers can reach, the first one first. “Take this further” on a receipt climbs one rung, with the whole case.'),
      ...ladder.slice(0, most).map((rung, index) => rungFields(rung, index, ladder)),
      ladder.length > most && el('p', { class: 'hint' }, `${ladder.length - most} more stand in earshot.json.`),
      el('button', { type: 'button', class: 'quiet', id: idOf('/button/add-rung'), onclick: add }, 'Add a rung'),
      zones, problemOf('/ladder'),
    ]
  },
}
