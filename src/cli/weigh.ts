import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** How much there is to fetch, in bytes. */
export interface Weight { files: number; raw: number; brotli: number }

// Beyond, the last percent takes seconds.
const slow = 500_000

export async function weigh(dir: string, files: readonly string[]): Promise<Weight> {
  const weight = { files: files.length, raw: 0, brotli: 0 }
  for (const file of files) {
    const bytes = await readFile(join(dir, file))
    weight.raw += bytes.length
    weight.brotli += brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > slow ? 9 : 11 } }).length
  }
  return weight
}
