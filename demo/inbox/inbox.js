// @ts-check
import { say } from './dom.js'
import { showIssue, showView } from './detail.js'
import { startDuty } from './duty.js'
import { showStuck } from './forwards.js'
import { markCurrent, refreshList, startList } from './list.js'
import { loadNames } from './words.js'

const everySeconds = 8

/** `#/<issue>`, `#kudos`, `#kudos/<person>`, `#changed` or `#forwards`. */
const place = () => {
  const [view = '', ...rest] = location.hash.slice(1).split('/')
  return { view, rest: decodeURIComponent(rest.join('/')) }
}
const current = () => (place().view ? '' : place().rest)

/** @param {unknown} error */
const failed = error => say(`The inbox cannot be reached. ${error instanceof Error ? error.message : ''}`)

async function follow() {
  const { view, rest } = place()
  markCurrent(current())
  await (view ? showView(view, rest) : showIssue(rest, () => refreshList(true))).catch(failed)
}

async function refresh() {
  if (document.hidden) return
  await Promise.all([refreshList(true), showStuck(), current() && showIssue(current(), () => refreshList(true))]).catch(failed)
}

startList(failed)
await loadNames()
startDuty(failed)
await Promise.all([refreshList(), showStuck()]).catch(failed)
await follow()
addEventListener('hashchange', () => void follow())
document.addEventListener('visibilitychange', () => void refresh())
setInterval(() => void refresh(), everySeconds * 1000)
