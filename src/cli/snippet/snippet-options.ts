import { parseArgs } from 'node:util'
import { configChecks } from '../../core/settings/setting-checks.ts'
import { messageOf } from '../../core/support/errors.ts'
import { nearest } from '../../core/support/nearest.ts'
import type { SnippetOptions } from './snippet.ts'

/** What `earshot snippet` and `earshot copy` were asked for. `to` is the folder to copy to. */
export interface SnippetAsked extends Omit<SnippetOptions, 'base' | 'integrity'> {
  base?: string
  to?: string
  /** All in one folder, for hosts that have no other. */
  flat: boolean
  sealed: boolean
}

const known = ['config', 'locale', 'withoutLauncher', ...Object.keys(configChecks)]

/** What was asked for, or a sentence about why that is not clear. `args` begin with the command. */
export function readSnippetOptions(args: readonly string[]): SnippetAsked | { help: true } | string {
  try {
    const { values, positionals: [command, to, ...more] } = parseArgs({
      args: [...args], allowPositionals: true, options: {
        base: { type: 'string' }, set: { type: 'string', multiple: true, default: [] }, 'import-map': { type: 'boolean', default: false },
        flat: { type: 'boolean', default: false }, nonce: { type: 'string' }, 'no-integrity': { type: 'boolean', default: false }, help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    if (values.help) return { help: true }
    const extra = command === 'copy' ? more : [to, ...more].filter(each => each !== undefined)
    if (extra.length) return `${command} does not know what to do with "${extra.join('" and "')}"`
    if (command === 'copy' && !to) return 'copy where to? Name a folder that your site is served from'
    if (command === 'snippet' && !values.base) return 'where does earshot.js stand? Name its folder with --base'
    if (command === 'snippet' && values.flat) return 'where the parts lie is decided when they are copied: earshot copy DIR --flat'
    if (values['import-map'] && values['no-integrity']) return 'an import map lists checksums; leave out --no-integrity, or --import-map'
    const settings = Object.fromEntries(values.set.map(each => settingOf(each)))
    const wrong = Object.keys(settings).find(key => !known.includes(key))
    if (wrong !== undefined) {
      const meant = nearest(wrong, known)
      return `there is no setting "${wrong}"${meant ? `; did you mean "${meant}"?` : ''}`
    }
    const { base, nonce } = values
    return { settings, flat: values.flat, sealed: !values['no-integrity'], importMap: values['import-map'], ...(base && { base }), ...(nonce && { nonce }), ...(to && { to }) }
  } catch (error) {
    return messageOf(error)
  }
}

/** A flag is written without a value. `data-without-launcher` may be named as it is written in HTML. */
function settingOf(text: string): [key: string, value: string | true] {
  const at = text.indexOf('=')
  const name = (at < 0 ? text : text.slice(0, at)).replace(/^data-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return [name, at < 0 ? true : text.slice(at + 1)]
}
