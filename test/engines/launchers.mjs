// Stock browsers, one launcher each, because no single driver speaks to all three.
import { spawn } from 'node:child_process'
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome'
import { playwrightLauncher } from '@web/test-runner-playwright'
import { webdriverLauncher } from '@web/test-runner-webdriver'
import { startWebKitDriver, webkitCapabilities } from './webkit-driver.mjs'

export const chromiumArgs = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

const chromium = () =>
  playwrightLauncher({
    product: 'chromium',
    concurrency: 2,
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', chromiumSandbox: false, args: chromiumArgs },
  })

// Playwright cannot drive a stock Firefox; puppeteer can, over WebDriver BiDi. A context each isolates storage and workers.
const firefox = () =>
  chromeLauncher({
    puppeteer: puppeteerCore,
    concurrency: 1,
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    launchOptions: { browser: 'firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', extraPrefsFirefox: {} },
  })

const webkit = () => {
  const options = { hostname: '127.0.0.1', port: 0, path: '/', logLevel: 'error', capabilities: webkitCapabilities }
  const launcher = webdriverLauncher(options)
  const initialize = launcher.initialize.bind(launcher)
  const stop = launcher.stop.bind(launcher)
  let driver
  launcher.initialize = async config => {
    await initialize(config)
    launcher.name = 'WebKitGTK'
    driver = await startWebKitDriver(spawn)
    options.port = driver.port
  }
  launcher.stop = async () => {
    await stop()
    driver?.stop()
  }
  return launcher
}

const engines = { chromium, firefox, webkit }

export const launchers = async names => names.map(name => engines[name]())
