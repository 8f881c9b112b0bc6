// One launcher for each engine, because no single driver speaks to all three stock browsers.
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { webdriverLauncher } from '@web/test-runner-webdriver'
import { chromiumArgs } from './chromium-args.ts'
import { findBrowser } from './find-browsers.ts'
import { startWebKitDriver, webkitCapabilities } from './webkit-driver.mjs'

const chromium = executablePath =>
  playwrightLauncher({
    product: 'chromium',
    concurrency: 2,
    launchOptions: { executablePath, chromiumSandbox: false, args: chromiumArgs },
  })

// Playwright cannot drive a stock Firefox; puppeteer can, over WebDriver BiDi. A context each isolates storage and workers.
const firefox = executablePath =>
  chromeLauncher({
    puppeteer: puppeteerCore,
    concurrency: 1,
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    launchOptions: { browser: 'firefox', executablePath, extraPrefsFirefox: {} },
  })

const webkit = executablePath => {
  const capabilities = { ...webkitCapabilities(executablePath), 'wdio:enforceWebDriverClassic': true }
  const options = { hostname: '127.0.0.1', port: 0, path: '/', logLevel: 'error', capabilities }
  const launcher = webdriverLauncher(options)
  const initialize = launcher.initialize.bind(launcher)
  const stop = launcher.stop.bind(launcher)
  let driver
  launcher.initialize = async config => {
    await initialize(config)
    launcher.name = 'WebKitGTK'
    driver = await startWebKitDriver()
    options.port = driver.port
  }
  launcher.stop = async () => {
    await stop()
    driver?.stop()
  }
  return launcher
}

const stock = { chromium, firefox, webkit }

/** @throws when this machine has no browser for a wanted engine: none is left out in silence. */
export const launchers = names =>
  names.map(name => {
    if (!stock[name]) throw new Error(`No engine is called ${name}; there are ${Object.keys(stock).join(', ')}`)
    const browser = findBrowser(name)
    if (!browser) throw new Error(`No browser for ${name}: run \`node test/engines/install-browsers.ts\``)
    return browser.kind === 'stock' ? stock[name](browser.executable) : playwrightLauncher({ product: name, concurrency: 1 })
  })
