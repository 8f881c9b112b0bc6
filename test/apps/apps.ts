import { spawn } from 'node:child_process'
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installWithPackage, type NpmFolder } from '../package/npm-folder.ts'

const examples: NpmFolder = { name: 'apps', files: '**/*.{ts,tsx,js,mjs,vue,svelte,astro,html,css,json}' }

/** A stack, and where its build lies; Next has a server of its own instead. */
export interface Stack {
  name: string
  /** The files that the app's author wrote; the others are what its stack's own tool makes for a new project. */
  own: string
  built?: string
}

const all: readonly Stack[] = [
  { name: 'next', own: 'app/*.tsx' },
  { name: 'angular', own: 'src/{app,desk}.ts', built: 'dist' },
  { name: 'astro', own: 'src/pages/*', built: 'dist' },
  { name: 'react-18', own: 'src/{app.tsx,desk.ts}', built: 'dist' },
  { name: 'react-19', own: 'src/{app.tsx,desk.ts}', built: 'dist' },
  { name: 'vue', own: 'src/{app.vue,desk.ts}', built: 'dist' },
  { name: 'svelte', own: 'src/{app.svelte,desk.ts}', built: 'dist' },
  { name: 'solid', own: 'src/{app.tsx,desk.ts}', built: 'dist' },
  { name: 'html', own: '{index.html,page.js,earshot.json}', built: 'dist' },
]

/** All of them, or those that `STACKS=vue,solid` names. */
export const stacks = all.filter(({ name }) => process.env.STACKS?.split(',').includes(name) ?? true)

/** The apps with what they need, and this package as it would be published. */
export const installApps = (): string => installWithPackage(examples, ['node_modules', 'react-18/node_modules'])

/**
 * A new project beside an app: what its stack's tool makes, and these files.
 * @param files by their paths in the project
 */
export function newProject(apps: string, { name, own }: Stack, title: string, files: ReadonlyMap<string, string>): string {
  const app = join(apps, name)
  const project = join(app, title)
  rmSync(project, { recursive: true, force: true })
  const left = new Set(globSync(own, { cwd: app }))
  for (const file of globSync('{*,src/*,src/pages/*,app/*}', { cwd: app, exclude: ['node_modules', 'dist', title] })) {
    if (/\.\w+$/.test(file) && !left.has(file)) cpSync(join(app, file), join(project, file))
  }
  // What lies beside all apps lies beside this one, too.
  for (const shared of ['look.css', 'tsconfig.base.json']) cpSync(join(apps, shared), join(app, shared))
  for (const [path, text] of files) {
    mkdirSync(dirname(join(project, path)), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  return project
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', CI: '1' }

/** The environment of a person who runs the app's own commands, with the Node that runs this. */
export function surroundings(): Record<string, string> {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...rest } = process.env
  return { ...rest, ...quiet, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}` } as Record<string, string>
}

/** Runs the app's own `npm run build`: it checks the types and builds. @throws with what it said when it fails. */
export function build(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', 'build'], { cwd: folder, env: surroundings(), stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`${folder} was not built:\n${said.slice(-6_000)}`))))
  })
}

/** Does so many at once, in their order: two cores build two apps, and five would starve each other. */
export function inTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async work => {
    if (busy >= atOnce) await new Promise<void>(done => waiting.push(done))
    busy++
    try {
      return await work()
    } finally {
      busy--
      waiting.shift()?.()
    }
  }
}
