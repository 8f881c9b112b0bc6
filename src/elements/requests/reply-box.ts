import { html, nothing, type LitElement } from 'lit'
import type { Field } from '../../core/forms/field.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Message } from '../../core/issue/thread.ts'
import type { Desk } from '../../desk/desk.ts'
import type { FieldPart, FieldView } from '../shared/field-parts/field-part.ts'
import { FilesField, type FileTaking } from '../shared/field-parts/files-field.ts'
import { open as openTyped } from '../shared/field-parts/typed-field.ts'
import { focusOn } from '../shared/focus-on.ts'
import { limits } from '../shared/limits.ts'
import type { Say } from '../shared/say.ts'
import type { Case, Post } from './case-room.ts'

/** Where what is being written to a case is kept. */
export const replyForm = (id: string) => `reply:${id}`

/** A draft nobody has written in yet. */
export const untouched: Draft = { kind: 'question' }

const none: ReadonlyMap<string, string> = new Map()

/** Words and files to add to a case; what was begun is there again after a reload, also on another page. */
export class ReplyBox {
  readonly #restored = new WeakMap<Desk, Set<string>>()
  readonly #errors = new Map<string, string>()
  readonly #busy = new Set<string>()
  readonly #fields = new Map<string, { text: Field; files: Field }>()
  readonly #typed: FieldPart
  readonly #files: FilesField
  readonly #host: LitElement
  readonly #say: Say
  readonly #post: Post
  readonly #announce: (text: string) => void

  constructor(host: LitElement, say: Say, post: Post, announce: (text: string) => void, rules: FileTaking['rules']) {
    this.#host = host
    this.#say = say
    this.#post = post
    this.#announce = announce
    this.#typed = openTyped(host)
    this.#files = new FilesField(host, say, { rules, preparing: () => import('../../page/files/prepare-file.ts') })
  }

  /** @param question the one that words answer, if one waits for them. */
  template(of: Case, question: Message | undefined) {
    const { desk, request: { id } } = of
    this.#restore(desk, id)
    const { text, files } = this.#viewsOf(of, question)
    const busy = this.#busy.has(id)
    const send = (event: Event) => {
      event.preventDefault()
      void this.#send(of, question, text, files)
    }
    return html`<form class="reply" novalidate @submit=${send}>
      ${this.#typed.template(text)}
      ${desk.settings.capture.files ? this.#files.template(files) : nothing}
      <div><button class="button" aria-disabled=${busy ? 'true' : nothing}>${this.#say('reply.send')}</button></div>
    </form>`
  }

  #viewsOf({ desk, state, request: { id } }: Case, question: Message | undefined): { text: FieldView; files: FieldView } {
    const form = replyForm(id)
    const draft = state.drafts.get(form) ?? untouched
    const fields = this.#fields.get(id) ?? fieldsOf(id)
    this.#fields.set(id, fields)
    const view = { desk, draft, errors: none, announce: this.#announce }
    return {
      text: {
        ...view,
        field: fields.text,
        id: fields.text.name,
        label: question ? this.#say('reply.answer') : this.#say('reply.label'),
        value: draft.story,
        error: this.#errors.get(id),
        edit: value => {
          this.#errors.delete(id)
          desk.edit(form, { story: value } as Partial<Draft>)
        },
      },
      files: {
        ...view,
        field: fields.files,
        id: fields.files.name,
        label: this.#say('files.add'),
        value: draft.attachments,
        error: undefined,
        edit: value => desk.edit(form, { attachments: value } as Partial<Draft>),
      },
    }
  }

  async #send(of: Case, question: Message | undefined, { value, draft, id }: FieldView, files: FieldView) {
    const { request } = of
    const words = typeof value === 'string' ? value.trim() : ''
    const { attachments = [] } = draft
    if (this.#busy.has(request.id)) return
    const excess = words.length - limits.story
    const preparing = this.#files.problem(files)
    const error = preparing ?? (excess > 0 ? this.#say('error.tooLong', { count: excess }) : words || attachments.length ? undefined : this.#say('reply.empty'))
    if (error) {
      this.#errors.set(request.id, error)
      this.#host.requestUpdate()
      return focusOn(this.#host, id)
    }
    this.#busy.add(request.id)
    this.#host.requestUpdate()
    const sent = await this.#post(of, words, {
      ...(question && words && { kind: 'answer' as const, answerTo: question.id }),
      ...(attachments.length && { attachments: attachments.map(file => ({ ...file, field: 'files' })) }),
    }, { story: draft.story, attachments: draft.attachments })
    this.#busy.delete(request.id)
    if (!sent) this.#errors.set(request.id, this.#say('error.notKept'))
    this.#host.requestUpdate()
  }

  /** Once for each case: what was begun here, else on another page. */
  #restore(desk: Desk, id: string) {
    const known = this.#restored.get(desk) ?? new Set()
    this.#restored.set(desk, known)
    if (known.has(id)) return
    known.add(id)
    const form = replyForm(id)
    void desk.restore(form).then(() => (desk.state.drafts.has(form) ? undefined : desk.adopt(form))).catch(() => {})
  }
}

const fieldsOf = (id: string) => {
  const field = (type: string, name: string): Field => ({ type, name, required: false, options: [], declared: { type } })
  return { text: field('story', `reply-${id}`), files: field('file', `files-${id}`) }
}
