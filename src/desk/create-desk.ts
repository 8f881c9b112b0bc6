import { createEmitter } from '../core/support/emitter.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Backroom } from './backroom.ts'
import { checkConfig } from './check-config.ts'
import type { Config } from './config.ts'
import type { DeskComplaint } from './config-complaint.ts'
import type { Context, Seams } from './context.ts'
import type { Desk } from './desk.ts'
import { kindOf } from './kind-of.ts'
import { lazily, through } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import type { DeskEvent } from './event.ts'
import { firstState, next, reduceDesk } from './reduce.ts'
import { shelf } from './shelf.ts'
import type { DeskState } from './state.ts'
import { createTeller } from './teller.ts'

/**
 * Makes a desk and puts it on the shelf under its name. Reads no storage, sends nothing and touches no page
 * before the first subscription or verb. Wrong settings become `state.problems`; it never throws for them.
 */
export function createDesk(config: Config = {}, seams: Seams = {}): Desk {
  const emitter = createEmitter<DeskState>()
  let state = firstState
  const { page } = seams
  const base = seams.base ?? globalThis.location?.href
  const dispatch: Context['dispatch'] = (event, reducer) => {
    const after = next(state, event, reducer)
    if (after !== state) emitter.emit((state = after))
  }
  const happen = (event: DeskEvent) => dispatch(event, reduceDesk)
  const tell = createTeller(problem => happen({ type: 'problem', problem }))
  const settings = checkConfig(config, page?.locale() ?? 'en', base, tell)
  const context: Context = {
    settings,
    seams,
    base,
    storeName: settings.desk === 'default' ? 'earshot' : `earshot-${settings.desk}`,
    get state() {
      return state
    },
    dispatch,
    tell,
    existed: async () => (seams.storeExists ?? (await import('../core/outbox/store-exists.ts')).storeExists)(context.storeName),
  }

  const backroom = lazily<Backroom>(async () => (await import('./backroom.ts')).openBackroom(context))
  const posting = lazily<PostingVerbs>(async () => {
    const [room, back] = await Promise.all([import('./posting-verbs.ts'), backroom()])
    return room.postingVerbs(context, back)
  })
  const drain = async (options?: { force: true }) => {
    if (posting.now || (await context.existed())) await (await posting()).drain(options)
  }
  const search: Desk['search'] = async query => {
    happen({ type: 'searched', query })
    return (await backroom()).search(query)
  }
  // At once where the room is open, so that the state has it when the call returns.
  const inBackroom = (act: (room: Backroom) => void) => (backroom.now ? act(backroom.now) : quietly(backroom().then(act)))
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})
  // What it takes to keep an issue, and to find a person, has to be here before the connection goes.
  const provide = () => {
    quietly(import('./posting-verbs.ts'))
    quietly(import('./people.ts'))
  }
  let leavePage: (() => void) | undefined

  const desk: Desk = {
    get state() {
      return state
    },
    settings,
    subscribe(listener) {
      leavePage ??= page?.onWake(() => quietly(drain()))
      listener(state)
      return emitter.subscribe(listener)
    },
    open(view) {
      backroom.now?.settle()
      if (view?.name === 'results' && view.query !== state.search.query) quietly(search(view.query))
      if (!state.open) quietly(context.existed().then(async kept => kept && (await backroom()).recall()))
      happen({ type: 'opened', view })
    },
    close() {
      backroom.now?.settle()
      happen({ type: 'closed' })
    },
    back() {
      backroom.now?.settle()
      happen({ type: 'wentBack' })
      // The search box follows: what it says is what is shown.
      const query = state.view.name === 'results' ? state.view.query : state.view.name === 'home' ? '' : state.search.query
      if (query !== state.search.query) quietly(search(query))
    },
    search,
    ...through(backroom, 'suggest', 'read', 'outline', 'related', 'enclosures'),
    ...through(posting, 'submit', 'escalate', 'reply'),
    helpful: (id, helpful) => inBackroom(room => room.helpful(id, helpful)),
    edit(form, patch) {
      const draft = { kind: kindOf(form, settings), ...state.drafts.get(form), ...patch, form } as Draft
      happen({ type: 'edited', form, draft })
      inBackroom(room => room.keepDraft(form))
      provide()
    },
    async restore(form) {
      await (await backroom()).restore(form)
      if (state.drafts.has(form)) provide()
    },
    requests: async () => (posting.now || (await context.existed()) ? (await posting()).requests() : []),
    people: async () => (await import('./people.ts')).peopleNow(context),
    flush: () => drain({ force: true }),
    // Rare, and not in a hurry: the words for these are fetched when they are said.
    consent: async granted => (await import('./care.ts')).giveConsent(backroom, posting, granted),
    forget: async () => (await import('./care.ts')).forgetAll(context, backroom, posting),
    selfTest: async () => (await import('./self-test.ts')).selfTest(context, await backroom()),
    dispose() {
      shelf.remove(settings.desk, desk)
      leavePage?.()
      quietly(posting.leave(room => room.dispose()))
      quietly(backroom.leave(room => room.close()))
    },
  }
  const complain = (code: DeskComplaint) => void import('./config-complaint.ts').then(room => tell(room.deskComplaint(code, settings)), console.error)
  if (!settings.endpoint && !settings.transport) complain('transport/no-endpoint')
  if (shelf.get(settings.desk)) complain('desk/name-taken')
  else shelf.put(settings.desk, desk)
  return desk
}
