import type { Found } from '../../engines/find-browsers.ts'
import { startWebKitDriver, webkitCapabilities } from '../../engines/webkit-driver.mjs'
import type { BrowserSession, PageSession } from './session.ts'
import { openWebDriver, type WebDriverClient } from './webdriver-client.ts'

/** The private characters by which WebDriver names keys that are not characters. */
const keyCodes: Record<string, string> = {
  Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Meta: '\uE03D', Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ',
  ArrowDown: '\uE015', ArrowUp: '\uE013', ArrowLeft: '\uE012', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010',
  Backspace: '\uE003', Delete: '\uE017', PageUp: '\uE00E', PageDown: '\uE00F',
}

/** A function of a page as the body of an asynchronous script, which answers with an envelope: errors keep their text. */
const asScript = (source: string) => `
  const args = arguments[0], done = arguments[1];
  Promise.resolve().then(() => (${source})(...args)).then(
    value => done({ value: value === undefined ? null : value }),
    error => done({ error: String(error && error.stack && error.message ? error.name + ': ' + error.message : error) }),
  );`

function pageSession(client: WebDriverClient, handle: string): PageSession {
  const send = <T>(method: string, path: string, body?: unknown) => client.inWindow<T>(handle, method, path, body)
  const perform = async (actions: object[]) => void (await send('POST', '/actions', { actions }))
  const keys = (actions: object[]) => perform([{ type: 'key', id: 'keyboard', actions }])
  const pointer = (actions: object[]) => perform([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }])
  const moveTo = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) })

  const run = async (source: string, args: readonly unknown[]): Promise<unknown> => {
    const envelope = await send<{ value?: unknown; error?: string }>('POST', '/execute/async', { script: asScript(source), args: [args] })
    if (envelope.error !== undefined) throw new Error(envelope.error)
    return envelope.value
  }
  const inner = async () => (await run('() => [innerWidth, innerHeight]', [])) as [number, number]

  return {
    goto: async url => void (await send('POST', '/url', { url })),
    reload: async () => void (await send('POST', '/refresh')),
    run,
    click: (x, y) => pointer([moveTo(x, y), { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]),
    move: (x, y) => pointer([moveTo(x, y)]),
    async type(text) {
      for (const character of text) {
        const value = character === '\n' ? keyCodes.Enter! : character
        await keys([{ type: 'keyDown', value }, { type: 'keyUp', value }])
      }
    },
    async chord(names) {
      const codes = names.map(name => keyCodes[name] ?? name)
      await keys([...codes.map(value => ({ type: 'keyDown', value })), ...codes.toReversed().map(value => ({ type: 'keyUp', value }))])
    },
    screenshot: async () => Buffer.from(await send<string>('GET', '/screenshot'), 'base64'),
    async viewport(width, height) {
      // The window has a frame of its own size; and it is resized some time after the command was answered.
      const before = await send<{ width: number; height: number }>('POST', '/window/rect', { width, height })
      let [innerWidth, innerHeight] = await inner()
      await send('POST', '/window/rect', { width: before.width + width - innerWidth, height: before.height + height - innerHeight })
      for (let i = 0; i < 40 && (innerWidth !== width || innerHeight !== height); i++) [innerWidth, innerHeight] = await inner()
    },
    close: async () => void (await send('DELETE', '/window')),
  }
}

/** WebKitGTK's MiniBrowser: the nearest thing to Safari on Linux. `env` is added to this process's own. */
export async function startWebDriver({ engine, executable }: Found, env: Record<string, string>): Promise<BrowserSession> {
  const driver = await startWebKitDriver(env)
  try {
    const client = await openWebDriver(driver.port, webkitCapabilities(executable))
    // WebKit's driver waits by a timer of the page, and a page under test may be hurried: its own 30 s come before this.
    await client.send('POST', '/timeouts', { script: 120_000, pageLoad: 60_000 })
    // This first window stays open: a session, and with it the storage, ends with its last window.
    const first = await client.send<string>('GET', '/window')
    return {
      engine,
      async newPage() {
        const { handle } = await client.inWindow<{ handle: string }>(first, 'POST', '/window/new', { type: 'window' })
        return pageSession(client, handle)
      },
      async close() {
        await client.send('DELETE', '')
        driver.stop()
      },
    }
  } catch (error) {
    driver.stop()
    throw error
  }
}
