// @ts-check
import { changeForward, readForwards } from './api.js'
import { part } from './blocks.js'
import { byId, el, moment, say } from './dom.js'

const states = new Map([['done', 'has it'], ['waiting', 'has not got it yet'], ['dead', 'did not take it'], ['given-up', 'was given up']])

/** An address of somebody else's, should it be one that a link may have. @param {string | undefined} url */
const safe = url => (url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined)

/** @param {any} there */
const place = there => (safe(there.url) ? el('a', { href: there.url, rel: 'noreferrer', class: 'mono' }, there.reference) : el('span', { class: 'mono' }, there.reference))

/** @param {any} forward */
const what = ({ message, observation }) => (message ? 'a message' : observation ? `side remark ${observation}` : '')

/** One way an issue went, or could not go. @param {any} forward @param {() => Promise<void>} changed */
function line(forward, changed) {
  const { id, forwarder, status, there, failure, attempts } = forward
  /** @param {'retry' | 'give-up'} verb @param {string} sentence */
  const act = async (verb, sentence) => {
    try {
      await changeForward(id, verb)
      await changed()
      say(sentence)
    } catch (error) {
      say(`That did not work. ${error instanceof Error ? error.message : ''}`)
    }
  }
  const button = (/** @type {'retry' | 'give-up'} */ verb, /** @type {string} */ name, /** @type {string} */ sentence) =>
    el('button', { type: 'button', class: 'quiet', id: `${verb}-${id}`, onclick: () => void act(verb, sentence) }, name)
  return el('li', { class: status === 'dead' ? 'late' : '' },
    el('strong', {}, forwarder), ` ${states.get(status) ?? status}`, there && ' as ', there && place(there),
    what(forward) && el('span', { class: 'soft' }, ` (${what(forward)})`),
    failure && el('span', { class: 'soft failure', dir: 'auto' }, failure.text, ` · ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}, the last one `, moment(failure.at)),
    status !== 'done' && el('span', { class: 'forward-acts' },
      button('retry', 'Try again', `${forwarder} is asked again.`),
      status !== 'given-up' && button('give-up', 'Give up', `${forwarder} is asked no more.`)))
}

/** Where an issue was passed on to; nothing where that is nowhere. @param {any} row @param {() => Promise<void>} changed */
export const forwardPart = ({ forwards = [] }, changed) => forwards.length > 0 &&
  el('div', { class: 'case' }, part('Passed on', el('ol', { class: 'steps' }, ...forwards.map((/** @type {any} */ forward) => line(forward, changed)))))

/** Says in the head of the page that something could not be passed on; nothing else does. */
export async function showStuck() {
  const { counts } = await readForwards({ status: 'dead', limit: '1' })
  const stuck = Object.values(counts).reduce((sum, { dead = 0 }) => sum + dead, 0)
  const link = byId('stuck')
  link.hidden = stuck === 0
  const text = `Not passed on (${stuck})`
  if (link.textContent !== text) link.textContent = text
}

/** All that could not be passed on. */
export async function forwardsView() {
  const list = el('ol', { class: 'steps', 'aria-label': 'Not passed on, newest first' })
  const empty = el('p', { class: 'empty' }, 'Everything is where it should be.')
  async function draw() {
    const { forwards } = await readForwards({ status: 'dead', limit: '200' })
    list.replaceChildren(...forwards.map((/** @type {any} */ forward) => {
      const item = line(forward, changed)
      item.prepend(el('a', { href: `#/${forward.issue}`, class: 'mono' }, forward.reference), ' ')
      return item
    }))
    empty.hidden = forwards.length > 0
  }
  async function changed() {
    await Promise.all([draw(), showStuck()])
    byId('title').focus({ preventScroll: true })
  }
  await draw()
  return el('div', { class: 'case' }, el('h2', { tabindex: -1, id: 'title' }, 'Not passed on'), list, empty)
}
