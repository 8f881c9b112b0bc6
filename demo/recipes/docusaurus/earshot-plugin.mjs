// Earshot in Docusaurus: makes a help index out of the docs, brings the script along, and names it in every page.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Served as static files; to be named in `staticDirectories`, and in .gitignore. */
export const folder = '.earshot'

/**
 * @param {{ siteDir: string, siteConfig: { url: string, baseUrl: string } }} context
 * @param {{ docs?: string, route?: string, settings?: Record<string, string | boolean> }} options
 *   `docs` the folder of Markdown, `route` where Docusaurus shows it, `settings` the script's, as in earshot.json.
 */
export default function earshot({ siteDir, siteConfig }, { docs = 'docs', route = 'docs', settings = {} }) {
  const home = dirname(createRequire(import.meta.url).resolve('earshot/package.json'))
  const { version } = createRequire(import.meta.url)('earshot/package.json')
  const command = (...args) => execFileSync(process.execPath, [join(home, 'dist/cli.js'), ...args], { cwd: siteDir, stdio: ['ignore', 'ignore', 'inherit'] })
  const at = path => siteConfig.baseUrl + path
  const makeIndex = () => command('index', docs, '--out', `${folder}/help`, '--quiet', '--base-url', new URL(at(`${route}/`), siteConfig.url).href)

  rmSync(join(siteDir, folder), { recursive: true, force: true })
  command('copy', `${folder}/earshot`)
  makeIndex()

  return {
    name: 'earshot',
    // While you write: `docusaurus start` loads the content again whenever one of these changes.
    getPathsToWatch: () => [`${join(siteDir, docs)}/**/*.{md,mdx}`],
    loadContent: makeIndex,
    // No client module: Earshot follows changes of the address by itself.
    injectHtmlTags: () => ({
      headTags: [{
        tagName: 'script',
        attributes: {
          async: true, src: at(`earshot/${version}/earshot.js`), 'data-articles': at('help/index.json'),
          ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [`data-${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`, value])),
        },
      }],
    }),
  }
}
