// A realm with the web's globals and no others, in a process of its own: `node --experimental-vm-modules realm.ts <surroundings as JSON>`.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import vm from 'node:vm'
import { root } from '../../house/laws/sources.ts'
import { portable, putTogether } from './put-together.ts'

const web = [
  'fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'File', 'URL', 'URLSearchParams', 'crypto', 'TextEncoder', 'TextDecoder', 'atob', 'btoa',
  'ReadableStream', 'WritableStream', 'TransformStream', 'TextDecoderStream', 'CompressionStream', 'DecompressionStream', 'AbortController', 'AbortSignal',
  'Event', 'EventTarget', 'DOMException', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask', 'structuredClone', 'performance',
  'console', 'CryptoKey', 'WebSocket',
  // The web's functions above give and take those of their own realm; in a worker there is only one.
  'ArrayBuffer', 'Uint8Array', 'TypeError',
] as const

const context = vm.createContext(Object.fromEntries(web.map(name => [name, globalThis[name]])))
const modules = new Map<string, vm.SourceTextModule>()

function fileOf(specifier: string, from: string): string {
  if (specifier.startsWith('.')) return resolve(dirname(from), specifier)
  if (/^earshot\//.test(specifier)) return resolve(root, 'dist', `${specifier.slice('earshot/'.length)}.js`)
  if (portable.includes(specifier)) return fileURLToPath(import.meta.resolve(specifier))
  throw new Error(`${from} asks for ${specifier}, which no worker has`)
}

function open(file: string, text = readFileSync(file, 'utf8')): vm.SourceTextModule {
  const known = modules.get(file)
  if (known) return known
  const module = new vm.SourceTextModule(text, {
    context, identifier: file,
    initializeImportMeta: meta => void (meta.url = pathToFileURL(file).href),
    importModuleDynamically: specifier => start(open(fileOf(specifier, file))),
  })
  modules.set(file, module)
  return module
}

async function start(module: vm.SourceTextModule): Promise<vm.SourceTextModule> {
  if (module.status === 'unlinked') await module.link((specifier, from) => open(fileOf(specifier, from.identifier)))
  if (module.status === 'linked') await module.evaluate()
  return module
}

const { namespace } = await start(open(resolve(root, 'entry.js'), await putTogether()))
const run = (namespace as unknown as { run(surroundings: unknown): Promise<object> }).run
console.log(JSON.stringify(await run(JSON.parse(process.argv[2]!))))
