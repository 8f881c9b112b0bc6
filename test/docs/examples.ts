import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import ts from 'typescript'
import { root } from '../house/laws/sources.ts'
import type { Block } from './blocks.ts'

const source = (path: string) => join(root, 'src', path)

/** What a reader imports from, as it lies here. */
const doors: Record<string, string> = {
  earshot: source('index.ts'),
  'earshot/define': source('define.ts'),
  'earshot/receiver': source('receiver/index.ts'),
  'earshot/testing': source('testing/index.ts'),
  ...Object.fromEntries(globSync(source('receiver/forwarders/*.ts')).map(file => [`earshot/forwarders/${basename(file, '.ts')}`, file])),
  ...Object.fromEntries(globSync(source('core/transports/*.ts')).map(file => [`earshot/transports/${basename(file, '.ts')}`, file])),
  'earshot/transports/mailto': source('page/mailto.ts'),
  'earshot/sources/page-elements': source('page/page-elements.ts'),
  ...Object.fromEntries(globSync(source('core/articles/sources/*.ts')).map(file => [`earshot/sources/${basename(file, '.ts')}`, file])),
}

/** Lays the named blocks into a folder, with the files beside them that they import. */
export function layOut(folder: string, blocks: readonly Block[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const file of ['fake-content-system.ts', 'fake-ticket-system.ts', 'session.ts']) {
    cpSync(join(import.meta.dirname, file), join(folder, file))
  }
  return blocks.map(({ place, name, text }) => {
    if (!name) throw new Error(`${place}: expected a name after the language, such as "ts server.ts", got none; a few lines that stand for themselves are js`)
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}

/** What the compiler says against them, as lines to read. */
export function typeErrors(files: readonly string[], own: ts.CompilerOptions = {}): string[] {
  const { config } = ts.readConfigFile(join(root, 'test/tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'test'))
  const paths = Object.fromEntries(Object.entries(doors).map(([name, file]) => [name, [file]]))
  const program = ts.createProgram([...files], { ...options, types: ['node'], paths, noEmit: true, ...own })
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) =>
    `${file?.fileName.slice(root.length + 1) ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
}

/** Bundles a file so that Node runs it; packages stay where they are. */
export async function bundle(file: string): Promise<string> {
  const outfile = file.replace(/\.ts$/, '.bundle.mjs')
  const aliases = Object.entries(doors).sort(([one], [other]) => other.length - one.length)
  await build({
    entryPoints: [file], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'silent',
    plugins: [{
      name: 'doors',
      setup: ({ onResolve }) => onResolve({ filter: /^earshot/ }, ({ path }) => ({ path: aliases.find(([name]) => name === path)![1] })),
    }],
  })
  return outfile
}
