import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileName, type Output } from './output.ts'

/** Copies pictures into the index, each once however many articles show it. */
export interface PictureShelf {
  /** The copy's name, relative to `index.json`. Rejects when the picture cannot be read. */
  copy(file: string): Promise<string>
  count(): number
}

export function pictureShelf(dir: string, target: Output): PictureShelf {
  const copies = new Map<string, string>()
  return {
    async copy(file) {
      const known = copies.get(file)
      if (known) return known
      const [, name = file, extension = ''] = /([^/]*)(\.[^./]+)$/.exec(file) ?? []
      const copy = await target.add(`pictures/${fileName(name)}${extension.toLowerCase()}`, await readFile(join(dir, file)))
      copies.set(file, copy)
      return copy
    },
    count: () => copies.size,
  }
}
