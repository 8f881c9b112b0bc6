import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The shop's own settings, for staff who write for customers: a desk of its own, no question asked by itself, nothing watched. */
export async function staffSettings(site: string, name: string | null): Promise<Record<string, unknown>> {
  const { asks: _asks, ...shop } = JSON.parse(await readFile(join(site, 'earshot.json'), 'utf8')) as Record<string, unknown>
  return { ...shop, staff: name ? { name } : true, signals: false, gaps: false }
}
