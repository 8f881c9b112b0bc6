import type { Article, SearchResult } from '../core/articles/article.ts'
import type { Block } from '../core/articles/document.ts'
import type { Form } from '../core/forms/form.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Finding } from '../core/issue/finding.ts'
import type { Attachment, Contact, Diagnostics, Issue, Rating } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { MessageKind } from '../core/issue/thread.ts'
import type { Problem } from '../core/support/errors.ts'
import type { Settings } from './config.ts'
import type { AskAnswer, DeskState, NextLevel, OfferAnswer, Request, RungState } from './state.ts'
import type { View } from './view.ts'

/** An issue that has been kept. */
export interface Submission {
  readonly id: string
  /** The sealed issue, exactly as it will be sent. */
  readonly issue: Issue
  /** False: kept only in this page's memory, because the browser's storage failed. */
  readonly durable: boolean
  /** Resolves on acceptance, however late; rejects with a `TransportError` when the backend refused it as it is, with `desk/withdrawn` when it was taken back. */
  readonly receipt: Promise<Receipt>
}

export interface SelfTestStep { name: string; ok: boolean; milliseconds: number; detail?: string }
/** What the owner's walk measured; absent is what could not be measured. Times in milliseconds, moments since 1970. */
export interface SelfTestMeasures {
  /** Articles found for "help". */
  articles?: number
  /** From sealing the marked issue to its receipt, and from there to the answer. */
  acceptedMs?: number
  answeredMs?: number
  /** Presses from the page to a person's address. */
  clicks?: number
  /** Rungs of the ladder, how many are open now, and when somebody is there next: now, where one is. */
  rungs?: number
  open?: number
  opensAt?: number
}

/**
 * Steps in the order they were walked: `settings`, `articles`, `device`, `endpoint`, `message`, `answer`, `clicks`, `people`, and
 * `rung:<id>` for each rung. `message` and `answer` are missing where nothing was sent.
 */
export interface SelfTestReport { ok: boolean; steps: SelfTestStep[]; measures: SelfTestMeasures }

export interface SelfTestOptions {
  /** False: no issue is sent. Default true. */
  send?: boolean
}

/** What goes along with an issue besides the customer's words. */
export interface Enclosed extends Pick<Draft, 'subject' | 'journey' | 'environment' | 'answers'> {
  /** What the details in `answers` are called, by name. Not part of the issue. */
  labels?: Readonly<Record<string, string>>
  /** What of it goes along with a draft, and what that has of its own instead; also what was taken out of it. Not part of the issue. */
  alongside(draft: Draft): Pick<Draft, 'subject' | 'journey' | 'environment' | 'answers'>
  /** The draft with all that `submit` adds to it. Whoever wants the last word takes out of it, and sends it with `withheld: ['all']`. Not part of the issue. */
  enclose(draft: Draft): Draft
}

export interface SubmitOptions {
  /** Kept at once, sent only after this many milliseconds, at most five minutes: until then `withdraw` takes it back. Default 0. */
  graceMs?: number
}

/** What a message says besides its text. */
export interface ReplyExtra {
  kind?: MessageKind
  /** The id of the question that it answers, and the answers by the names of its fields. */
  answerTo?: string
  answers?: Record<string, unknown>
  rating?: Rating
  attachments?: Attachment[]
  /** Stretches of it that look personal and are to go all the same, as in a draft. */
  revealed?: string[]
}

/** The end of the loop: a note was read, whether it holds was answered, or not now. */
export type ClosingAnswer = 'seen' | 'holds' | 'holds-not' | 'later'

/** The one object that joins everything; elements show it. */
export interface Desk {
  readonly state: DeskState
  /** The settings after checking. */
  readonly settings: Settings
  /** Calls back at once with the present state, then after every change. Answers with a function that ends it. */
  subscribe(listener: (state: DeskState) => void): () => void
  open(view?: View): void
  close(): void
  /** One view back; home when there is none. */
  back(): void
  /** Searches all sources. An answer overtaken by a newer query is not shown. Counts in the journey. */
  search(query: string): Promise<SearchResult[]>
  /** Articles that match a text being written (not counted as a search), or, without one, this page's. */
  suggest(text?: string): Promise<SearchResult[]>
  read(articleId: string): Promise<Article>
  /** The body of a Markdown article as a tree to render; never an HTML string. */
  outline(article: Article): Promise<Block[]>
  /** The articles it names as related, those that are there; looking them up does not count as reading them. */
  related(article: Article): Promise<Article[]>
  /** The customer's answer to "Did this help?", and after a no, if they like, what is missing. */
  helpful(articleId: string, helpful: boolean, missing?: string): void
  /** Thanks the author of an article, once on each device. @throws {EarshotError} `desk/no-author`. */
  thank(articleId: string): Promise<void>
  /** The customer's answer to whether questions without an answer may be told to the owner. Remembered on the device. */
  shareGaps(share: boolean): Promise<void>
  /** Takes the offer away. After `declined` its article is not offered on this device again; `accepted` opens nothing by itself. */
  answerOffer(answer: OfferAnswer): Promise<void>
  /** Takes the question away that is asked by itself; it is not asked again before its time. */
  answerAsk(answer: AskAnswer): Promise<void>
  /** The form as it is to be shown: the owner's, else the built-in one of that name; a name nobody knows is a problem. */
  form(formId: string): Promise<Form>
  /** Changes the form's draft; kept on the device within a second, offered again after a reload. */
  edit(formId: string, patch: Partial<Draft>): void
  /** Brings back a draft kept earlier; resolves when `state.drafts` has it, or there is none. */
  restore(formId: string): Promise<void>
  /**
   * Brings what was begun in this form on another page to this one; see `state.elsewhere`. Nothing happens where this page has a draft.
   * With the id of a refused issue: brings that one, with its files, to be corrected. A draft of this page then waits in `state.elsewhere`;
   * where nobody is to know the page (`capture.subject`) it stays instead, and nothing happens.
   */
  adopt(formId: string, issueId?: string): Promise<void>
  /** What `submit` would add to the draft: subject, journey, environment, details in `answers`. Shown to the customer before sending. */
  enclosures(): Promise<Enclosed>
  /** What `submit` would add where `consent.diagnostics` is true; undefined where the owner does not collect it. */
  diagnostics(): Promise<Diagnostics | undefined>
  /** What `submit` would blank out of the draft and of what it encloses, unless it is among `revealed`. */
  findings(draft: Draft): Promise<readonly Finding[]>
  /** Resolves once kept. What looks personal is blanked out first. @throws {EarshotError} `issue/invalid` with `details.problems`; the draft stays. */
  submit(draft: Draft, options?: SubmitOptions): Promise<Submission>
  /**
   * Takes back an issue that waits for its grace to end; its `receipt` rejects with `desk/withdrawn`. False: it is on its way, or gone.
   * A step up the ladder is taken back also later: as long as nobody is sending it, and after it was accepted by a message to its receiver.
   */
  withdraw(issueId: string): Promise<boolean>
  /** Where a case can go from here, and why it should. Asks nobody. @throws {EarshotError} `desk/unknown-issue`. */
  nextLevel(issueId: string): Promise<NextLevel>
  /**
   * Takes the whole case to the rung that `nextLevel` names. What looks personal in the reason is blanked out unless it is among `revealed`.
   * @throws {EarshotError} `desk/unknown-issue`, `desk/top-of-ladder`, `desk/already-escalated` unless that step was taken back.
   */
  escalate(issueId: string, reason?: string, revealed?: readonly string[]): Promise<Submission>
  /**
   * Adds to the thread. Resolves once kept, with the message's own id; it goes when its issue has a receipt and earlier ones to it have gone.
   * `.receipt`, that of the issue, resolves when the backend has it. What looks personal is blanked out first. An empty text needs something
   * else in `extra`. @throws {EarshotError} `desk/unknown-issue`, `desk/no-thread` (a transport without `reply`), `desk/empty-message`,
   * `desk/wrong-message` (a kind that is not the customer's), `issue/invalid` (the text is `/story` there).
   */
  reply(issueId: string, text: string, extra?: ReplyExtra): Promise<Submission>
  /** The customer has seen what is there: nothing of it is unread any more. */
  seen(issueId: string): Promise<void>
  /** Recent requests of this device that a draft may be about: same kind, and topic, product, order or page; newest first, at most 3. */
  recent(draft: Draft): Promise<Request[]>
  /** Settles `state.closing`; `holds` and `holds-not` are told to the staff. With `later` it comes back another day. */
  answerClosing(answer: ClosingAnswer): Promise<void>
  /** What an element, ours or yours, found wrong with how it was set up: goes into `state.problems` and to the console, once for each code and path. */
  warn(problem: Problem): Promise<void>
  /** How the customer wants to be answered, kept on the device for every later form. Undefined forgets it. */
  prefer(contact: Contact | undefined): Promise<void>
  /** An address at which another device can read the answer; its fragment holds a secret. @throws {EarshotError} `desk/unknown-issue`, `desk/no-claim`. */
  claimLink(issueId: string): Promise<string>
  /** A short code that stands for a request for some minutes. @throws {EarshotError} `desk/unknown-issue`, `desk/no-claim`. */
  claimCode(issueId: string): Promise<{ code: string; expiresAt: string }>
  /** Whoever got an address or a code cannot read it any more. @throws {EarshotError} `desk/unknown-issue`, `desk/no-claim`. */
  revokeClaims(issueId: string): Promise<void>
  /**
   * Takes over the request of such an address or code. An address the page was opened at waits in `state.claim`.
   * @throws {EarshotError} `desk/wrong-claim`; a `TransportError` where the backend could not be asked.
   */
  claim(linkOrCode: string): Promise<Request>
  /** The request in `state.claim` is not the customer's. */
  declineClaim(): Promise<void>
  /**
   * This device's issues, newest first, with receipts and threads. `known`: as they are known here; nobody is asked, and it does not take long.
   * `gently`: for who asks again whenever something has come; one at a time, and the backend not more often than every 30 seconds.
   */
  requests(options?: { known?: boolean; gently?: boolean }): Promise<Request[]>
  /** The ladder as of now. `live`: with what the backend says of presence and of measured times, waiting two seconds for it at most. Never rejects for want of it. */
  people(options?: { live?: boolean }): Promise<RungState[]>
  /** Tries to send what waits, now. */
  flush(): Promise<void>
  /** Erases everything kept on the device. */
  forget(): Promise<void>
  /**
   * With `consent: "required"`: until this is called with true, nothing is kept on the device and nothing the customer wrote is sent; it
   * waits in the page's memory. With false it is so again, and what was on the device is erased.
   */
  consent(granted: boolean): Promise<void>
  /**
   * Walks the customer's line and leaves nothing on the device: settings, articles, storage, one issue marked `synthetic` and its
   * answer, and each rung of the ladder. Never rejects for what it finds: that is in the report.
   */
  selfTest(options?: SelfTestOptions): Promise<SelfTestReport>
  dispose(): void
}
