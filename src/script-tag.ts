import type { Config } from './desk/config.ts'
import type { Desk } from './desk/desk.ts'
import { createDesk } from './desk/create-desk.ts'
import { isRecord } from './core/support/json.ts'
import { messageOf, type Problem } from './core/support/errors.ts'
import { browserPage } from './page/browser-page.ts'
import { EarshotHelp } from './elements/help/help.ts'
import { EarshotWidget } from './elements/widget/widget.ts'
import { register, summonIn } from './elements/roster.ts'

/** The attributes of the script tag, as `dataset` gives them. */
export type ScriptData = Readonly<Record<string, string | undefined>>

/**
 * What the loader fetches on the first sign of interest: a desk with the page's settings, and the elements.
 * @param widget the element that carries the launcher; undefined when the page has none of ours.
 */
export async function start(data: ScriptData): Promise<Desk> {
  const { config, ...flat } = data
  const problems: Problem[] = []
  const file = config === undefined ? {} : await readConfig(config, problems)
  const desk = createDesk({ ...file, ...fromData(flat) } as Config, { page: browserPage() })
  for (const { code, message } of problems) console.warn(`Earshot: ${message}. [${code}]`)
  register('earshot-help', EarshotHelp)
  register('earshot-widget', EarshotWidget)
  summonIn(document)
  return desk
}

/** An attribute without a value is true; so the flags can be written the way HTML writes them. */
function fromData(data: ScriptData): Record<string, unknown> {
  const flags = new Set(['withoutLauncher', 'suggest'])
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, flags.has(key) ? value !== 'false' : value]))
}

async function readConfig(url: string, problems: Problem[]): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch(url, { credentials: 'same-origin' })
    if (!answer.ok) throw new Error(`it answered ${answer.status}`)
    const config: unknown = await answer.json()
    if (isRecord(config)) return config
    throw new Error('it is not a JSON object')
  } catch (error) {
    problems.push({ code: 'config/unreachable', message: `The settings at "${url}" could not be read: ${messageOf(error)}. The script tag's own are used` })
    return {}
  }
}
