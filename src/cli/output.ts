import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes files whose names say what is in them, so that they may be cached for ever. */
export interface Output {
  /** `pictures/lamp.png` becomes `pictures/lamp.3fa9c1d204.png`; answers with that name. One that is there already is left alone. */
  add(path: string, content: string | Uint8Array): Promise<string>
  /** A file under its own name, put in place at once: a reader sees the old one or the new one. */
  replace(path: string, content: string): Promise<void>
  /** All that was added or replaced, with how many bytes it has. */
  files(): ReadonlyMap<string, number>
}

export function output(out: string): Output {
  const files = new Map<string, number>()
  const folders = new Map<string, Promise<unknown>>()
  const put = async (path: string, content: string | Uint8Array) => {
    const folder = dirname(join(out, path))
    if (!folders.has(folder)) folders.set(folder, mkdir(folder, { recursive: true }))
    await folders.get(folder)
    await writeFile(join(out, path), content)
  }
  return {
    async add(path, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
      const name = path.replace(/(\.[^./]+)$/, `.${hash}$1`)
      files.set(name, bytes.length)
      const there = await stat(join(out, name)).catch(() => undefined)
      // Half of one, where a run was broken off, has another size.
      if (!there?.isFile() || there.size !== bytes.length) await put(name, bytes)
      return name
    },
    async replace(path, content) {
      files.set(path, Buffer.byteLength(content))
      await put(`${path}.part`, content)
      await rename(join(out, `${path}.part`), join(out, path))
    },
    files: () => files,
  }
}

/** A file name that every system takes, readable where the name was plain. */
export const fileName = (name: string) => name.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'article'
