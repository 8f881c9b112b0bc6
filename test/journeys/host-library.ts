import { cpSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { root } from '../house/laws/sources.ts'
import { installedFor } from '../runtimes/own-folder.ts'
import type { Intercept } from './world.ts'

const hosts = join(root, 'demo', 'hosts')

export type HostName = 'native' | 'by-hand' | 'focus-trap' | 'bootstrap' | 'a11y-dialog' | 'micromodal' | 'radix' | 'headless' | 'keys'

/** Beside what they need: from their own folder they would find what this package itself is made with. */
function workshop(): string {
  const folder = installedFor(hosts, '90 MB')
  for (const file of globSync('*.js', { cwd: hosts })) cpSync(join(hosts, file), join(folder, file))
  return folder
}

const built = new Map<string, Map<string, string>>()

/** What a page needs of a library, in one script and one sheet. */
function build(name: HostName): Map<string, string> {
  const made = built.get(name) ?? new Map(buildSync({
    entryPoints: { host: join(workshop(), `${name}.js`) },
    bundle: true, write: false, outdir: '/', format: 'esm', target: 'es2022', charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf('/') + 1), text]))
  built.set(name, made)
  return made
}

/** The address of a page that opens its dialogs with that library. */
export const hostPage = (name: HostName): string => `/hosts/${name}/page.html`

/** Serves those pages beside the demonstration, as any site would: without a policy. */
export const serveHosts: Intercept = request => {
  const [, , name, file] = new URL(request.url).pathname.split('/') as [string, string, HostName, string]
  if (!request.url.includes('/hosts/')) return undefined
  const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[file.split('.').at(-1)!] ?? 'text/plain'
  const own = file === 'page.html' || file === 'look.css'
  const text = own ? readFileSync(join(hosts, file), 'utf8') : (build(name).get(file) ?? '')
  return new Response(text, { headers: { 'content-type': type } })
}
