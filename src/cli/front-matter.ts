import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { messageOf } from '../core/support/errors.ts'
import { isRecord } from '../core/support/json.ts'
import type { Warning } from './warning.ts'

export interface FrontMatter {
  data: Record<string, unknown>
  body: string
  /** How many lines come before the body. */
  lines: number
  /** The line of the file a setting stands on, from 1. */
  lineOf(key: string): number | undefined
}

const none = { data: {}, lineOf: () => undefined }

/** Parts the settings between two lines of `---` from the Markdown below. Broken ones are warned about and left out. */
export function splitFrontMatter(text: string, file: string, warn: (warning: Warning) => void): FrontMatter {
  const opening = /^---[ \t]*\n/.exec(text)
  if (!opening) return withoutToml(text, file, warn)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (!end) {
    // A rule above the first paragraph looks the same; only what reads like settings is a mistake.
    if (/^---[ \t]*\n[\w-]+:/.test(text)) {
      warn({ kind: 'front-matter', file, line: 1, message: 'begins with "---" but has no second one; it was read as text' })
    }
    return { ...none, body: text, lines: 0 }
  }
  const source = text.slice(opening[0].length, end.index)
  const after = end.index + end[0].length
  return { ...parse(source, file, warn), body: text.slice(after), lines: text.slice(0, after).split('\n').length - 1 }
}

/** Some systems write settings in TOML, between lines of `+++`: these are no text, but nothing reads them either. */
function withoutToml(text: string, file: string, warn: (warning: Warning) => void): FrontMatter {
  const toml = /^\+\+\+[ \t]*\n(?:[^]*?\n)??\+\+\+[ \t]*(?:\n|$)/.exec(text)?.[0] ?? ''
  if (toml) warn({ kind: 'front-matter', file, line: 1, message: 'its front matter was left out: it is TOML; write it as YAML, between lines of "---"' })
  return { ...none, body: text.slice(toml.length), lines: toml.split('\n').length - 1 }
}

function parse(source: string, file: string, warn: (warning: Warning) => void): Pick<FrontMatter, 'data' | 'lineOf'> {
  const lines = new LineCounter()
  const broken = (message: string, offset = 0) =>
    warn({ kind: 'front-matter', file, line: lines.linePos(offset).line + 1, message: `its front matter was left out: ${message}` })
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) return broken(error.message, error.pos[0]), none
  const { contents } = document
  if (contents === null) return none
  if (!isMap(contents)) return broken('expected lines such as "title: Returns"'), none
  const lineOf = (key: string) => {
    const found = contents.items.find(item => isScalar(item.key) && String(item.key.value) === key)?.key
    return isScalar(found) && found.range ? lines.linePos(found.range[0]).line + 1 : undefined
  }
  try {
    const data: unknown = document.toJS({ maxAliasCount: 100 })
    return isRecord(data) ? { data, lineOf } : none
  } catch (thrown) {
    return broken(messageOf(thrown)), none
  }
}
