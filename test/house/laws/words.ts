import type { Sources } from './sources.ts'

const emptyNames = /(^|\/)(utils?|helpers?|common|misc|shared-utils)(\.[\w.]+|\/|$)/i

/** File names that say nothing. */
export const nameViolations = (paths: Iterable<string>): string[] =>
  [...paths].filter(path => emptyNames.test(path)).map(path => `${path}: name the file after what is in it`)

/** TypeScript files that are not in kebab-case. */
export const caseViolations = (paths: Iterable<string>): string[] =>
  [...paths].filter(path => !/(^|\/)[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.ts$/.test(path)).map(path => `${path}: file names are kebab-case`)

// Put together from pieces, so that this file does not name what it looks for.
const foreign = [
  new RegExp(`(^|["'\`\\s(=:])/(${['work', 'root', 'home/[a-z]+', 'Users/[A-Za-z]+'].join('|')})/`),
  new RegExp(`["'\`\\s(]/${'tmp'}/`),
  new RegExp(`\\.${'library'}\\b`),
  new RegExp(`${'shared'}/(product|design|promises|toolchain|corpora|wtr-kit|hooks)\\b`),
]

/** Lines that name a folder of one machine, or papers that are not in the repository. */
export function machineViolations(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) =>
      foreign.some(pattern => pattern.test(line)) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : []))
}

/** A lockfile that names a host binds everybody to one registry. */
export const lockfileViolations = (lockfile: string): string[] =>
  [...lockfile.matchAll(/"resolved":\s*"https?:[^"]*"/g)].slice(0, 3).map(([entry]) => `package-lock.json names a host: ${entry}`)

interface Lock {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

/** Builds for other systems that a lockfile forgot: `npm ci` refuses it then, on every system. */
export function forgottenBuilds(lockfile: string): string[] {
  const { packages } = JSON.parse(lockfile) as Lock
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(name => !(`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages))
      .map(name => `${path} may need ${name}, which the lockfile does not have`))
}

const unfinished = new RegExp([`\\b${'TO'}${'DO'}\\b`, `\\b${'FIX'}${'ME'}\\b`, `@ts-${'ignore'}`, `\\.${'only'}\\(`, `\\b(it|test|describe)\\.${'skip'}\\(`].join('|'))

/** Work left for later, silenced checks, tests left out. */
export const unfinishedViolations = (sources: Sources): string[] =>
  [...sources].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (unfinished.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])))
