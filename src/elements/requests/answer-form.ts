import { html, nothing, type LitElement } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Message } from '../../core/issue/thread.ts'
import { open as openChoice } from '../shared/field-parts/choice-field.ts'
import type { FieldPart } from '../shared/field-parts/field-part.ts'
import { problemWords } from '../shared/field-parts/problem-words.ts'
import { open as openRating } from '../shared/field-parts/rating-field.ts'
import { open as openTyped } from '../shared/field-parts/typed-field.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'
import type { Case, PageHalf, Post } from './case-room.ts'
import { replyForm, untouched } from './reply-box.ts'

/** The small form of a question the staff asked; what is filled in is kept with the words of the same case. */
export class AnswerForm {
  // By question.
  readonly #forms = new Map<string, Form>()
  readonly #errors = new Map<string, ReadonlyMap<string, string>>()
  readonly #busy = new Set<string>()
  readonly #parts: { choice: FieldPart; rating: FieldPart; typed: FieldPart }
  readonly #host: LitElement
  readonly #say: Say
  readonly #post: Post
  readonly #announce: (text: string) => void
  readonly #formOf: PageHalf['questionForm']

  constructor(host: LitElement, say: Say, post: Post, announce: (text: string) => void, formOf: PageHalf['questionForm']) {
    this.#formOf = formOf
    this.#host = host
    this.#say = say
    this.#post = post
    this.#announce = announce
    this.#parts = { choice: openChoice(host, say), rating: openRating(host, say), typed: openTyped(host) }
  }

  /** Nothing where none of its fields can be shown: then words are the answer. */
  template(of: Case, question: Message) {
    const { desk, state, request } = of
    const form = this.#forms.get(question.id) ?? this.#formOf(question.fields ?? [], desk.settings.locale)
    this.#forms.set(question.id, form)
    if (!form.fields.length) return nothing
    const at = replyForm(request.id)
    const draft = state.drafts.get(at) ?? untouched
    const errors = this.#errors.get(question.id) ?? new Map<string, string>()
    const fields = form.fields.map(field => {
      const { name, type, label, scale, hint } = field
      const part = /^choices?$/.test(type) ? this.#parts.choice : type === 'rating' ? this.#parts.rating : this.#parts.typed
      return part.template({
        field,
        id: idOf(question, name),
        label: label ?? (scale ? this.#say(`rating.${scale}`) : name),
        hint,
        value: form.value(field, draft),
        error: errors.get(name),
        errors,
        desk,
        draft,
        edit: value => desk.edit(at, form.patch(field, desk.state.drafts.get(at) ?? untouched, value)),
        announce: this.#announce,
      })
    })
    const send = (event: Event) => {
      event.preventDefault()
      void this.#send(of, question, form)
    }
    return html`<form class="asked" novalidate aria-label=${this.#say('question.title')} @submit=${send}>
      ${fields}
      <div><button class="button" aria-disabled=${this.#busy.has(question.id) ? 'true' : nothing}>${this.#say('question.send')}</button></div>
    </form>`
  }

  async #send(of: Case, question: Message, form: Form) {
    const { desk, request } = of
    if (this.#busy.has(question.id)) return
    const at = replyForm(request.id)
    const draft = desk.state.drafts.get(at) ?? untouched
    const answers = Object.fromEntries(form.fields.map(field => [field.name, form.value(field, draft)] as const).filter(([, value]) => value !== undefined && value !== ''))
    const problems = await form.problems(draft)
    const errors = new Map(problems.map(problem => [problem.field, problemWords(problem, form, this.#say)]))
    const [first] = form.fields
    if (!errors.size && !Object.keys(answers).length) errors.set(first!.name, this.#say('error.required'))
    this.#errors.set(question.id, errors)
    this.#host.requestUpdate()
    const [wrong] = errors.keys()
    if (wrong !== undefined) return focusOn(this.#host, idOf(question, wrong))
    this.#busy.add(question.id)
    if (await this.#post(of, '', { kind: 'answer', answerTo: question.id, answers }, { answers: draft.answers })) {
      // The form is gone; what comes next is the box below it.
      await focusOn(this.#host, `reply-${request.id}`)
    }
    this.#busy.delete(question.id)
    this.#host.requestUpdate()
  }
}

const idOf = (question: Message, name: string) => `${question.id}-${name}`
