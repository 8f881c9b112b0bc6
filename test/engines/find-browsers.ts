// Which browser stands for each engine: the system's own where there is one, else Playwright's build.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, firefox, webkit } from 'playwright-core'

export type Engine = 'chromium' | 'firefox' | 'webkit'

export const engines: readonly Engine[] = ['chromium', 'firefox', 'webkit']

/** A browser that can be started. `stock` is the system's; `playwright` is Playwright's own build. */
export interface Found {
  engine: Engine
  kind: 'stock' | 'playwright'
  executable: string
}

export type Environment = Readonly<Record<string, string | undefined>>

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The full path of a command, looked up as a shell would; undefined when there is none. */
export const onPath = (command: string, env: Environment = process.env): string | undefined =>
  (env.PATH ?? '').split(delimiter).filter(Boolean).map(folder => join(folder, command)).find(isExecutable)

/** WebKitGTK's bare browser lies in a library folder named after the machine's architecture. */
function miniBrowser(libraries = '/usr/lib'): string | undefined {
  if (!existsSync(libraries)) return undefined
  const folders = [libraries, ...readdirSync(libraries).filter(name => name.includes('-linux-')).map(name => join(libraries, name))]
  return ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0']
    .flatMap(version => folders.map(folder => join(folder, version, 'MiniBrowser')))
    .find(isExecutable)
}

const stock: Record<Engine, { variable: string; find: (env: Environment) => string | undefined }> = {
  chromium: {
    variable: 'CHROMIUM',
    find: env => ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(name => onPath(name, env)).find(Boolean),
  },
  firefox: { variable: 'FIREFOX', find: env => ['firefox-esr', 'firefox'].map(name => onPath(name, env)).find(Boolean) },
  webkit: {
    variable: 'MINIBROWSER',
    // Three parts make one browser: any of them alone is of no use.
    find: env => (onPath('WebKitWebDriver', env) && (env.DISPLAY || onPath('Xvfb', env)) ? miniBrowser() : undefined),
  },
}

const playwright = { chromium, firefox, webkit }

/**
 * The browser for an engine; undefined when this machine has none.
 * `CHROMIUM`, `FIREFOX` and `MINIBROWSER` name another executable.
 * @throws when such a variable names a file that cannot be run: a typing mistake must not fall back to another browser.
 */
export function findBrowser(engine: Engine, env: Environment = process.env): Found | undefined {
  const { variable, find } = stock[engine]
  const named = env[variable]
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable} says ${named}, which is not a file that can be run. Mend or unset it.`)
    return { engine, kind: 'stock', executable: named }
  }
  const executable = find(env)
  if (executable) return { engine, kind: 'stock', executable }
  const own = playwright[engine].executablePath()
  return own && isExecutable(own) ? { engine, kind: 'playwright', executable: own } : undefined
}
