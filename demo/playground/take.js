// @ts-check
import { byId, el } from '../inbox/dom.js'
import { isRecord } from './at-path.js'
import { textField, tick } from './fields.js'
import { say } from './say.js'
import { needsFile, snippetFor } from './snippet.js'
import { change, current, follow, save } from './store.js'

const settings = () => /** @type {HTMLTextAreaElement} */ (byId('settings'))
const asFile = () => `${JSON.stringify(current().config, null, 2)}\n`

/** @param {string} text @param {string} sentence */
async function copy(text, sentence) {
  try {
    await navigator.clipboard.writeText(text)
    say(sentence)
  } catch {
    say('The browser did not let us copy. Select it, and copy it with the keyboard.')
  }
}

async function copyAddress() {
  await save()
  if (!location.hash && JSON.stringify(current().config).length > 3_000) return say('These settings are too long for an address. Download earshot.json, and send that.')
  await copy(location.href, 'The address is copied. Whoever opens it sees these settings.')
}

function download() {
  const href = URL.createObjectURL(new Blob([asFile()], { type: 'application/json' }))
  el('a', { href, download: 'earshot.json' }).click()
  URL.revokeObjectURL(href)
}

/** @param {string} text */
function takeOver(text) {
  const place = byId('settings-problem')
  try {
    const config = JSON.parse(text || '{}')
    if (!isRecord(config)) throw new Error('Expected an object: { … }')
    place.textContent = ''
    settings().removeAttribute('aria-invalid')
    change({ config }, 'settings', { anew: true })
  } catch (error) {
    settings().setAttribute('aria-invalid', 'true')
    place.textContent = `This is no JSON yet, so nothing was changed. ${error instanceof Error ? error.message : ''}`
  }
}

/** The lines to take along, and the file; what is written into the file is taken over. @param {Record<string, string>} [checksums] */
export function startTaking(checksums) {
  const lines = () => snippetFor(current(), checksums)
  const drawOptions = () => byId('tag-options').replaceChildren(...[
    textField({ path: '/tag/base', label: 'Its folder on your site', value: current().base, write: base => change({ base: base ?? '' }, 'base') }),
    checksums && tick({ path: '/tag/sealed', label: 'With its checksum: browsers refuse any other script', value: current().sealed, write: sealed => change({ sealed: !!sealed }, 'sealed') }),
  ].filter(each => !!each))
  const draw = ({ anew } = { anew: true }) => {
    if (anew) drawOptions()
    byId('snippet').textContent = lines()
    byId('needs-file').hidden = !needsFile(current().config)
    // Not under the hands of who is writing in it.
    if (document.activeElement !== settings()) {
      settings().value = asFile()
      settings().removeAttribute('aria-invalid')
      byId('settings-problem').textContent = ''
    }
  }
  settings().addEventListener('input', () => takeOver(settings().value))
  settings().addEventListener('blur', () => settings().getAttribute('aria-invalid') || draw())
  for (const id of ['copy-snippet', 'copy-lines']) byId(id).addEventListener('click', () => void copy(lines(), needsFile(current().config) ? 'The lines are copied. They need the file earshot.json beside them.' : 'The lines are copied.'))
  byId('copy-settings').addEventListener('click', () => void copy(asFile(), 'earshot.json is copied.'))
  byId('copy-address').addEventListener('click', () => void copyAddress())
  byId('download').addEventListener('click', download)
  byId('bring').addEventListener('change', event => {
    const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? []
    if (file) void file.text().then(text => (takeOver(text), byId('settings-problem').textContent || say(`${file.name} is taken over.`)))
  })
  follow(draw)
  draw()
}
