import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes files whose names say what is in them, so that they may be cached for ever. */
export interface Output {
  /** `pictures/lamp.png` becomes `pictures/lamp.3fa9c1d204.png`; answers with that name. */
  add(path: string, content: string | Uint8Array): Promise<string>
  /** A file under its own name, put in place at once: a reader sees the old one or the new one. */
  replace(path: string, content: string): Promise<void>
}

export function output(out: string): Output {
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(out, path)), { recursive: true })
    await writeFile(join(out, path), content)
  }
  return {
    async add(path, content) {
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
      const name = path.replace(/(\.[^./]+)$/, `.${hash}$1`)
      await write(name, content)
      return name
    },
    async replace(path, content) {
      await write(`${path}.part`, content)
      await rename(join(out, `${path}.part`), join(out, path))
    },
  }
}

/** A file name that every system takes, readable where the name was plain. */
export const fileName = (name: string) => name.replace(/[^\w-]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'article'
