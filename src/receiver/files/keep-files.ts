import { deadline } from '../../core/support/deadline.ts'
import { EarshotError } from '../../core/support/errors.ts'
import { hex } from '../../core/support/hex.ts'
import { pictureType } from '../../core/support/picture-type.ts'
import { encode, sha256, type Bytes } from '../bytes.ts'
import type { Context } from '../context.ts'
import type { EnclosedFile } from '../enclosed.ts'
import { Refusal } from '../refusal.ts'
import type { FileStore } from './file-store.ts'
import { sweepFiles } from './sweep-files.ts'

const slowest = 30_000

/** Begins the keys of a site's files: sites of one database may have stores of their own. */
export const keysOf = async (site: string): Promise<string> => (await sha256(encode(site))).slice(0, 16)

/**
 * Puts files where they stay, before the transaction that names them, so that an answer of 2xx still means: on disk.
 * Their keys are written down first: what nobody names a day later is taken away, whenever and however an attempt ended.
 * Without a store they stay with their rows, and come back as they are.
 */
export async function keepFiles({ options, swept }: Context, files: readonly EnclosedFile[]): Promise<EnclosedFile[]> {
  const { files: store, query, site, random, clock, report } = options
  if (!store) return [...files]
  const mine = await keysOf(site)
  if (swept.due(clock.now())) void sweepFiles(query, store, mine).catch(report)
  if (files.length === 0) return []
  const placed = files.map(file => ({ ...file, place: mine + hex(random(new Uint8Array(24))) }))
  await query('insert into strays (place) select jsonb_array_elements_text($1::text::jsonb)', [JSON.stringify(placed.map(({ place }) => place))])
  const put = placed.map(({ place, bytes }) => store.put(place, bytes, pictureType(bytes) ?? 'application/octet-stream'))
  await deadline(Promise.all(put), slowest, 'receiver/files-slow', clock)
  return placed
}

/** Takes back what `keepFiles` put, where it is certain that no row names it. What cannot be taken back now is swept later. */
export async function dropFiles({ options: { files: store, query, report } }: Context, files: readonly EnclosedFile[]): Promise<void> {
  for (const { place } of files) {
    if (!store || place === undefined) continue
    await store.remove(place).then(() => query('delete from strays where place = $1', [place])).catch(report)
  }
}

/** A file as its row has it. */
export interface KeptFile { name: string; bytes: Bytes | null; place: string | null }

/** A file's bytes, wherever they are. @throws {Refusal} 404 for a file that its store has no more. */
export async function readKept(store: FileStore | undefined, { bytes, place }: Pick<KeptFile, 'bytes' | 'place'>): Promise<Bytes> {
  if (place === null) return bytes!
  if (!store) throw new EarshotError('receiver/no-files', 'This file lies in a store of files, and none was given: pass the same `files` everywhere')
  const found = await store.get(place)
  if (!found) throw new Refusal(404, 'This file is gone.')
  return found
}
