// Unit and element tests in three engines. FILES and BROWSERS narrow a run.
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { defaultReporter } from '@web/test-runner'
import { commands } from './commands.mjs'
import { launchers } from './launchers.mjs'
import { pagefindSite } from './pagefind-site.mjs'
import { tallyReporter } from './tally-reporter.mjs'

export default {
  rootDir: process.cwd(),
  files: (process.env.FILES ?? 'test/{core,desk,page,elements,locale}/**/*.test.ts').split(' '),
  nodeResolve: { exportConditions: ['browser', 'development', 'default'] },
  // The WebDriver launcher reads this one: 1 is a real top-level page, more means iframes without a mouse.
  concurrency: 1,
  // Three engines at once lost a test on two busy cores; one at a time lost none.
  concurrentBrowsers: 1,
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' }), commands],
  middleware: [
    // msw's worker at the root of the origin, so that its scope is everything; served from the package, never stale.
    (context, next) => {
      if (context.path === '/mockServiceWorker.js') context.url = '/node_modules/msw/lib/mockServiceWorker.js'
      return next()
    },
    pagefindSite,
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: true }), tallyReporter()],
  // Lit says so once a file; that makes a thousand lines that hide the one that matters.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  browsers: launchers((process.env.BROWSERS ?? 'chromium,firefox,webkit').split(',')),
}
