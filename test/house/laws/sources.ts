import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'

/** Texts by path from the root of the project, with `/` on every system. A law is a function of these, so a fixture is a Map. */
export type Sources = ReadonlyMap<string, string>

export const root = resolve(import.meta.dirname, '../../..')

/** All TypeScript under a folder; an empty map when there is no such folder yet. */
export function readSources(folder: string): Sources {
  const start = join(root, folder)
  if (!existsSync(start)) return new Map()
  const names = readdirSync(start, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).sort()
  return new Map(names.map(name => [`${folder}/${name.replaceAll('\\', '/')}`, readFileSync(join(start, name), 'utf8')]))
}

/** Every text file that git would commit: tracked, or new and not ignored. */
export function readRepository(): Sources {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  const files = listed.split('\0').filter(name => name && existsSync(join(root, name)))
  const texts = files.map(name => [name, readFileSync(join(root, name), 'utf8')] as const)
  return new Map(texts.filter(([, text]) => !text.includes('\0')))
}

const trees = new Map<string, ts.SourceFile>()

/** The syntax tree of a text, made once for each text. */
export function parse(path: string, text: string): ts.SourceFile {
  const key = `${path}\n${text}`
  const tree = trees.get(key) ?? ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  trees.set(key, tree)
  return tree
}

/** Calls back for a node and everything beneath it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  node.forEachChild(child => walk(child, visit))
}

/** `src/a.ts:12`, to click on. */
export const place = (node: ts.Node): string => {
  const tree = node.getSourceFile()
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
}
