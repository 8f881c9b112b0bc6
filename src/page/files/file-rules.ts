import type { FileSettings } from '../../desk/config.ts'

/** The rules for files, with what the owner said of them. */
export function fileRules({ types, maxBytes, most }: FileSettings = {}): Required<FileSettings> {
  return { types: types ?? ['image/*', '.pdf', '.txt'], maxBytes: maxBytes ?? 5_000_000, most: most ?? 5 }
}
