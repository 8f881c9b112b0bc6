import type { Draft } from '../../core/issue/draft.ts'
import type { Attachment, Subject } from '../../core/issue/issue.ts'
import { fileSize } from '../shared/file-size.ts'
import type { Say } from '../shared/say.ts'
import type { Row } from './enclosed-row.ts'

type Edit = (patch: Partial<Draft>) => void

/**
 * What the customer added themselves: pictures, files, the part of the page they pointed at. Taking one out takes it out of the
 * draft; it is held here, in memory, to be put back, and keeps its place in the list.
 */
export class EnclosedFiles {
  readonly #files = new Map<string, Attachment>()
  #part: Subject['element']

  forget() {
    this.#files.clear()
    this.#part = undefined
  }

  files(draft: Draft, locale: string, say: Say, edit: Edit): Row[] {
    const { attachments = [] } = draft
    for (const file of attachments) this.#files.set(file.id, file)
    return [...this.#files.values()].map(file => {
      const isOut = attachments.every(({ id }) => id !== file.id)
      return {
        key: `file-${file.id}`,
        name: say(file.type.startsWith('image/') ? 'enclosed.picture' : 'enclosed.file'),
        text: `${file.name}, ${fileSize(file.size, locale)}`,
        isOut,
        turn: () => edit({ attachments: isOut ? [...attachments, file] : attachments.filter(({ id }) => id !== file.id) }),
      }
    })
  }

  /** The part of the page in the draft's own subject; undefined where nobody pointed. */
  part({ subject }: Draft, say: Say, edit: Edit): Row | undefined {
    const { element, ...rest } = subject ?? {}
    const part = (this.#part = element ?? this.#part)
    if (!part) return undefined
    return {
      key: 'part',
      name: say('enclosed.part'),
      text: part.text || part.selector || '',
      isOut: !element,
      turn: () => edit({ subject: element ? (Object.keys(rest).length ? rest : undefined) : { ...rest, element: part } } as Partial<Draft>),
    }
  }
}
