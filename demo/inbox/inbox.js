// @ts-check
import { say } from './dom.js'
import { showIssue } from './detail.js'
import { markCurrent, refreshList, startList } from './list.js'
import { loadNames } from './words.js'

const everySeconds = 8

const current = () => decodeURIComponent(location.hash.slice(2))

/** @param {unknown} error */
const failed = error => say(`The inbox cannot be reached. ${error instanceof Error ? error.message : ''}`)

async function follow() {
  markCurrent(current())
  await showIssue(current(), () => refreshList(true)).catch(failed)
}

async function refresh() {
  if (document.hidden) return
  await Promise.all([refreshList(true), current() && showIssue(current(), () => refreshList(true))]).catch(failed)
}

startList(failed)
await loadNames()
await refreshList().catch(failed)
await follow()
addEventListener('hashchange', () => void follow())
document.addEventListener('visibilitychange', () => void refresh())
setInterval(() => void refresh(), everySeconds * 1000)
