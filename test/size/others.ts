// `npm run size:others`: what comparable packages weigh, bundled as a site would bundle them, beside what Earshot's script tag fetches.
// Installs them into a folder of their own, so it needs the registry. What cannot be had from npm is not here.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../house/laws/sources.ts'
import { budgets } from './budgets.ts'
import { brotli, measure } from './measure.ts'

/** What a page imports for the named thing. All that it brings is counted, also what it would fetch later. */
const others: { name: string; version: string; what: string; code: string }[] = [
  {
    name: '@sentry-internal/feedback', version: '10.57.0', what: 'Sentry’s form with its screenshots, without the core that sends them',
    code: 'export { buildFeedbackIntegration, feedbackModalIntegration, feedbackScreenshotIntegration } from "@sentry-internal/feedback"',
  },
  { name: 'pushfeedback', version: '0.1.85', what: 'a button and a form', code: 'import { defineCustomElements } from "pushfeedback/loader"; defineCustomElements()' },
  { name: '@docsearch/js', version: '5.2.0', what: 'search in articles, nothing else', code: 'import docsearch from "@docsearch/js"; docsearch({})' },
  { name: 'posthog-js', version: '1.449.2', what: 'analytics; its forms are fetched from its server, and not counted', code: 'import posthog from "posthog-js"; posthog.init("x")' },
  { name: '@formbricks/js', version: '5.1.0', what: 'a loader; what it shows is fetched from its server, and not counted', code: 'import formbricks from "@formbricks/js"; formbricks.setup({})' },
]

const folder = mkdtempSync(join(tmpdir(), 'earshot-others-'))
const rows: [name: string, bytes: string, what: string][] = []
try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', ...others.map(({ name, version }) => `${name}@${version}`), '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  for (const { name, version, what, code } of others) {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: folder }, bundle: true, minify: true, format: 'esm', target: 'es2022', splitting: true, outdir: folder, write: false,
      define: { 'process.env.NODE_ENV': '"production"' }, conditions: ['production'], logLevel: 'silent', legalComments: 'none',
    })
    rows.push([`${name} ${version}`, kB(outputFiles.reduce((sum, { text }) => sum + brotli(text), 0)), what])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const dist = join(root, 'dist')
if (!existsSync(join(dist, 'earshot.js'))) throw new Error('There is no build to measure. Build it first: npm run build')
const built = new Map([['earshot.js', ''], ...readdirSync(join(dist, 'earshot')).filter(name => name.endsWith('.js')).map(name => [`earshot/${name}`, ''] as const)]
  .map(([path]) => [path, readFileSync(join(dist, path!), 'utf8')] as [string, string]))
const ours = measure(built, budgets.slice(0, 3)).map(({ name, size }): [string, string, string] => [`Earshot: ${name}`, kB(size), ''])

for (const [name, bytes, what] of [...ours, ...rows]) console.log(`${name.padEnd(44)} ${bytes.padStart(8)}  ${what}`.trimEnd())

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
