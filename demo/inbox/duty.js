// @ts-check
import { beOnDuty, leaveDuty, readDuty } from './api.js'
import { authorName, rememberAuthor } from './author.js'
import { byId, el, say } from './dom.js'
import { rungName, rungs } from './words.js'

const key = 'earshot-inbox-duty'
const heartbeatSeconds = 60
/** Longer than a heartbeat, so that a slow one is not taken for leaving. */
const minutes = 3

/** @type {string[]} */
let mine = []
try {
  mine = JSON.parse(sessionStorage.getItem(key) ?? '[]')
} catch {
  // Without storage it is said again.
}

/** @param {string[]} rungIds */
function keep(rungIds) {
  mine = rungIds
  try {
    sessionStorage.setItem(key, JSON.stringify(mine))
  } catch {
    // It holds until the page is left.
  }
}

/** @param {{ person: string, rungs: string[] }[]} duty */
function show(duty) {
  byId('duty-now').textContent = mine.length ? `On duty: ${mine.map(rungName).join(', ')}` : 'Not on duty'
  byId('duty').classList.toggle('on', mine.length > 0)
  const others = duty.filter(({ person }) => person !== authorName() || !mine.length)
  byId('duty-others').textContent = others.length
    ? `Here now: ${others.map(({ person, rungs: theirs }) => `${person} (${theirs.map(rungName).join(', ')})`).join(', ')}.` : 'Nobody else says so just now.'
  byId('duty-leave').hidden = mine.length === 0
}

/** Says it once more, or only asks who is here. It ends by itself when nothing is heard of this page. */
export async function beat() {
  if (document.hidden) return
  const answer = mine.length && authorName() ? await beOnDuty({ person: authorName(), rungs: mine, minutes }) : await readDuty()
  show(answer.duty)
}

/** @param {(error: unknown) => void} failed */
export function startDuty(failed) {
  const form = /** @type {HTMLFormElement} */ (byId('duty-form'))
  const name = /** @type {HTMLInputElement} */ (byId('duty-name'))
  const details = /** @type {HTMLDetailsElement} */ (byId('duty'))
  name.value = authorName()
  byId('duty-rungs').append(...[...rungs].map(([id, title], index) => el('label', { class: 'box' },
    el('input', { type: 'checkbox', name: 'rung', value: id, checked: mine.length ? mine.includes(id) : index === 0 }), title)))
  form.addEventListener('submit', event => {
    event.preventDefault()
    const chosen = new FormData(form).getAll('rung').map(String)
    if (!chosen.length) return say('Choose whose work you do.')
    rememberAuthor(name.value.trim())
    keep(chosen)
    details.open = false
    void beat().then(() => say('You are on duty while this page is to be seen.')).catch(failed)
  })
  byId('duty-leave').addEventListener('click', () => {
    keep([])
    details.open = false
    void leaveDuty(authorName()).then(({ duty }) => (show(duty), say('You are off duty.'))).catch(failed)
  })
  details.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !details.open) return
    details.open = false
    details.querySelector('summary')?.focus()
  })
  document.addEventListener('visibilitychange', () => void beat().catch(failed))
  addEventListener('pagehide', () => mine.length && void leaveDuty(authorName()).catch(() => {}))
  setInterval(() => void beat().catch(failed), heartbeatSeconds * 1000)
  void beat().catch(failed)
}
