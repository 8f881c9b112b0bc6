import { configChecks, type SettingKey } from '../../core/settings/setting-checks.ts'
import { configComplaint } from '../../core/settings/setting-complaint.ts'
import { fromData } from '../../core/settings/from-data.ts'
import { messageOf } from '../../core/support/errors.ts'
import { isRecord } from '../../core/support/json.ts'
import { ask, type Asking } from './ask.ts'
import type { Tag } from './find-tag.ts'
import type { Notes } from './finding.ts'

/** The settings of a page that hold, and where the file lies that they are in. */
export interface PageSettings { settings: Readonly<Record<string, unknown>>; file?: URL }

/** The settings file and the tag's own attributes, which win, as the page reads them. What is wrong is told, and left out. */
export async function checkSettings({ data }: Tag, base: URL, asking: Asking, { well, mend }: Notes): Promise<PageSettings> {
  const { config, ...flat } = data
  const file = config !== undefined && URL.canParse(config, base) ? new URL(config, base) : undefined
  if (config !== undefined && !file) mend('config/unreachable', `data-config="${config}" is not an address.`)
  const read = file && (await readFile(file, asking).catch((error: unknown) => {
    mend('config/unreachable', `The settings file cannot be read: ${messageOf(error)}.`)
    return undefined
  }))
  const settings: Record<string, unknown> = {}
  let wrong = 0
  for (const [key, value] of Object.entries({ ...read, ...fromData(flat) })) {
    if (key === '$schema') continue
    if (Object.hasOwn(configChecks, key) && holds(key as SettingKey, value)) settings[key] = value
    else {
      wrong++
      const { code, message } = configComplaint(key, value)
      mend(code, message)
    }
  }
  if (!wrong && (read || !file)) well(`The settings hold (${Object.keys(settings).length}${file ? `, from ${file.href}` : ', in the tag'}).`)
  return { settings, ...(file && { file }) }
}

function holds(key: SettingKey, value: unknown): boolean {
  try {
    return configChecks[key](value)
  } catch {
    return false
  }
}

async function readFile(file: URL, asking: Asking): Promise<Record<string, unknown>> {
  const { answer, text } = await ask(file, asking)
  if (!answer.ok) throw new Error(`${file.href} answers ${answer.status}`)
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    throw new Error(`${file.href} is not JSON: ${messageOf(error)}`, { cause: error })
  }
  if (!isRecord(read)) throw new Error(`${file.href} must hold an object with settings`)
  return read
}
