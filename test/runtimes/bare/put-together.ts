import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../house/laws/sources.ts'

const optional = Object.keys((JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { peerDependencies: object }).peerDependencies)

/** Packages that run in workers, and are asked for there. */
export const portable = ['aws4fetch', 'jose']

const doors = `
import { createIdentity, createInbox, createReceiver, s3 } from 'earshot/receiver'
import { github } from 'earshot/forwarders/github'
import { webhook } from 'earshot/forwarders/webhook'
import { scenario } from './scenario.ts'
const doors = { createIdentity, createInbox, createReceiver, s3, github, webhook }
export const run = surroundings => scenario(doors, surroundings)
`

/** The scenario as a module that imports the built package by its names. @param more JavaScript that uses `run`; `whole`: with the package in it. */
export async function putTogether({ more = '', whole = false } = {}): Promise<string> {
  const dist = (path: string) => join(root, 'dist', path)
  const { outputFiles: [file] } = await build({
    stdin: { contents: doors + more, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true, write: false, format: 'esm', platform: 'neutral', logLevel: 'silent', mainFields: ['module', 'main'],
    ...(whole
      ? {
          alias: { 'earshot/receiver': dist('receiver.js'), 'earshot/forwarders/github': dist('forwarders/github.js'), 'earshot/forwarders/webhook': dist('forwarders/webhook.js') },
          // What the receiver asks for only on Node.
          external: ['node:*', ...optional.filter(name => !portable.includes(name))],
        }
      : { packages: 'external' as const }),
  })
  return file!.text
}
