import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { puppeteerCore } from '@web/test-runner-chrome'
import { chromiumArgs } from '../engines/chromium-args.ts'
import { findBrowser, type Engine } from '../engines/find-browsers.ts'

type Puppet = Awaited<ReturnType<typeof puppeteerCore.launch>>
export type Tab = Awaited<ReturnType<Puppet['newPage']>>

/** A browser that can be killed, on a profile that outlives it. */
export interface Mortal {
  newTab(): Promise<Tab>
  /** SIGKILL to all of its processes at once; resolves when they are gone. */
  kill(): Promise<void>
}

/** Whether this machine has a browser for the engine that takes a profile: the system's own Chromium or Firefox. */
export const isMortal = (engine: Engine): boolean => engine !== 'webkit' && findBrowser(engine)?.kind === 'stock'

export async function startMortal(engine: Engine, profile: string): Promise<Mortal> {
  const found = findBrowser(engine)
  if (!found) throw new Error(`No browser for ${engine}: run \`node test/engines/install-browsers.ts\``)
  const launch = () => puppeteerCore.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: found.executable, userDataDir: profile, headless: true, timeout: 120_000, protocolTimeout: 120_000,
    // On a page that has crashed before, nothing is to ask whether it should come back.
    ...(engine === 'chromium' && { args: [...chromiumArgs, '--no-sandbox', '--hide-crash-restore-bubble'], ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  })
  // When a Firefox dies its launcher puts the profile's settings back, and may take them from under the next one that begins.
  const browser = await launch().catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' && error.path?.startsWith(profile) ? launch() : Promise.reject(error)))
  const main = browser.process()!
  return {
    newTab: () => browser.newPage(),
    async kill() {
      const gone = main.exitCode === null && main.signalCode === null ? once(main, 'exit') : undefined
      // It leads a process group of its own, with all that it started.
      process.kill(-main.pid!, 'SIGKILL')
      await gone
      await browser.disconnect().catch(() => {})
    },
  }
}

/** A folder for a profile, gone afterwards. */
export async function withProfile<T>(work: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'earshot-profile-'))
  try {
    return await work(profile)
  } finally {
    // What was killed may still be letting go of its files.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}
