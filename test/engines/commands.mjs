// What the runner's own commands cannot do on every launcher: key chords and the size of the window.
import { setTimeout as pause } from 'node:timers/promises'

const keyCodes = {
  Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C',
  ArrowDown: '\uE015', ArrowUp: '\uE013', ArrowLeft: '\uE012', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010', Backspace: '\uE003',
}

async function chord({ browser, id }, keys) {
  if (browser.type === 'playwright') return browser.getPage(id).keyboard.press(keys.join('+'))
  if (browser.type === 'puppeteer') {
    const { keyboard } = browser.getPage(id)
    const held = keys.slice(0, -1)
    for (const key of held) await keyboard.down(key)
    await keyboard.press(keys.at(-1))
    for (const key of held.reverse()) await keyboard.up(key)
    return
  }
  const codes = keys.map(key => keyCodes[key] ?? key)
  const actions = [...codes.map(value => ({ type: 'keyDown', value })), ...codes.toReversed().map(value => ({ type: 'keyUp', value }))]
  await browser.driver.performActions([{ type: 'key', id: 'keyboard', actions }])
  await browser.driver.releaseActions()
}

async function viewport({ browser, id }, { width, height }) {
  if (browser.type === 'playwright') return browser.getPage(id).setViewportSize({ width, height })
  if (browser.type === 'puppeteer') return browser.getPage(id).setViewport({ width, height })
  const { driver } = browser
  await driver.setWindowRect(null, null, width, height)
  const [innerWidth, innerHeight] = await driver.execute('return [innerWidth, innerHeight]')
  await driver.setWindowRect(null, null, 2 * width - innerWidth, 2 * height - innerHeight)
  await pause(150)
}

/** In a test: `executeServerCommand('chord', { keys: ['Shift', 'Tab'] })`, `executeServerCommand('viewport', { width, height })`. */
export const commands = {
  name: 'earshot-commands',
  async executeCommand({ command, payload, session }) {
    if (command === 'chord') return (await chord(session, payload.keys)), true
    if (command === 'viewport') return (await viewport(session, payload)), true
  },
}
