import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileName, type Output } from './output.ts'
import { sizeBehind } from './picture-size.ts'

/** Copies pictures into the index, each once however many articles show it. */
export interface PictureShelf {
  /** The copy's name, relative to `index.json`, and behind it the picture's size where that is known. Rejects when the picture cannot be read. */
  copy(file: string): Promise<string>
  count(): number
}

export function pictureShelf(dir: string, target: Output): PictureShelf {
  const copies = new Map<string, Promise<string>>()
  const made = new Set<string>()
  const copy = async (file: string) => {
    const [, name = file, extension = ''] = /([^/]*)(\.[^./]+)$/.exec(file) ?? []
    const content = await readFile(join(dir, file))
    const copied = await target.add(`pictures/${fileName(name)}${extension.toLowerCase()}`, content)
    made.add(file)
    return copied + sizeBehind(content)
  }
  return {
    copy(file) {
      const copying = copies.get(file) ?? copy(file)
      copies.set(file, copying)
      return copying
    },
    count: () => made.size,
  }
}
