import { html, nothing, type LitElement } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Message } from '../../core/issue/thread.ts'
import type { Desk, ReplyExtra } from '../../desk/desk.ts'
import type { DeskState, Request } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { emptySent, isWaiting, type Parts } from '../shared/empty-sent.ts'
import { NextLevelPart } from '../shared/next-level.ts'
import type { Say } from '../shared/say.ts'
import { AnswerForm } from './answer-form.ts'
import { answersIn } from './answers-in.ts'
import { isSolved, openQuestion } from './awaited.ts'
import { caseStyles } from './case-room.styles.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FileTaking } from '../shared/field-parts/files-field.ts'
import { Outcome } from './outcome.ts'
import { ReplyBox, replyForm } from './reply-box.ts'

/** A case as it is open on the page. */
export interface Case {
  readonly desk: Desk
  readonly state: DeskState
  readonly request: Request
  /** Those on their way included. */
  readonly messages: readonly Message[]
  /** Who has it, as far as somebody is known. */
  readonly owner: string | undefined
}

export interface CaseHooks {
  announce(text: string): void
  step(view: View): void
}

/** The page's half: how the fields of a question are read, which files are taken. */
export interface PageHalf {
  questionForm(fields: readonly unknown[], locale: string): Form
  fileRules: FileTaking['rules']
}

/** What was answered to a question, as names and values a person can read. */
export type AnswersIn = (message: Message, messages: readonly Message[], locale: string) => [string, string][]

/**
 * Puts a message on its way, and answers with where it is. False: it could not be kept, and that was said.
 * @param parts what of the case's draft goes with it: emptied, and told to be kept, once it is.
 */
export type Post = (of: Case, text: string, extra?: ReplyExtra, parts?: Parts) => Promise<'kept' | 'memory' | false>

/** What a customer can do about a case that was accepted. Fetched with the first one that is opened. */
export class CaseRoom {
  readonly answersIn: AnswersIn
  readonly #reply: ReplyBox
  readonly #answer: AnswerForm
  readonly #outcome: Outcome
  readonly #further: NextLevelPart
  readonly #hooks: CaseHooks
  readonly #say: Say

  constructor(host: LitElement, say: Say, hooks: CaseHooks, { questionForm, fileRules }: PageHalf) {
    adopt(host, caseStyles)
    this.answersIn = (message, messages, locale) => answersIn(message, questionForm(asked(message, messages), locale).fields, locale, say)
    this.#say = say
    this.#hooks = hooks
    const post: Post = async ({ desk, request: { id } }, text, extra, parts) => {
      const sent = parts && { form: replyForm(id), to: id, parts }
      try {
        // Pressed again while its words are still there, it is the same message.
        if (sent && isWaiting(desk, sent)) {
          hooks.announce(say('underway.memory'))
          return 'memory'
        }
        const submission = await desk.reply(id, text, extra)
        if (sent) {
          const later = emptySent(desk, sent, [submission])
          hooks.announce(say(later ? 'underway.memory' : 'reply.kept'))
          // Whoever was asked to leave the page open hears when they need not any more. A refusal is told in its thread.
          void later?.then(isThere => isThere && hooks.announce(say('receipt.accepted')))
        }
        return submission.durable ? 'kept' : 'memory'
      } catch {
        hooks.announce(say('error.notKept'))
        return false
      }
    }
    this.#reply = new ReplyBox(host, say, post, hooks.announce, fileRules)
    this.#answer = new AnswerForm(host, say, post, hooks.announce, questionForm)
    this.#outcome = new Outcome(host, say, post, hooks.announce)
    this.#further = new NextLevelPart(host, say, hooks)
  }

  template(of: Case) {
    const { desk, state, request, messages } = of
    const { thread, receipt } = request
    // A backend that tells nothing back takes nothing back either.
    if (!thread) return this.#further.template(desk, state, request)
    if (thread.continuedBy) {
      const { id } = thread.continuedBy
      return html`<div><button class="button second" type="button" @click=${() => this.#hooks.step({ name: 'request', id })}>${this.#say('further.show')}</button></div>`
    }
    const reply = (question?: Message) => this.#reply.template(of, question)
    // How it was comes first; who has more to say finds the box below it.
    if (isSolved(request, messages)) return html`${this.#outcome.template(of)} ${reply()}`
    const question = openQuestion(messages)
    const form = question?.fields?.length ? this.#answer.template(of, question) : nothing
    return html`${form} ${reply(form === nothing ? question : undefined)} ${this.#outcome.template(of)}
      ${receipt ? this.#further.template(desk, state, request) : nothing}`
  }
}

const asked = ({ answerTo }: Message, messages: readonly Message[]) => messages.find(({ id }) => id === answerTo)?.fields ?? []

export async function open(host: LitElement, say: Say, hooks: CaseHooks): Promise<CaseRoom> {
  const [{ questionForm }, { fileRules }] = await Promise.all([import('../../page/question-form.ts'), import('../../page/files/file-rules.ts')])
  return new CaseRoom(host, say, hooks, { questionForm, fileRules })
}
