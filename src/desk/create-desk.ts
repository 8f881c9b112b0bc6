import { createEmitter } from '../core/support/emitter.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Backroom } from './backroom.ts'
import { checkConfig } from './check-config.ts'
import type { Config } from './config.ts'
import type { DeskComplaint } from '../core/settings/setting-complaint.ts'
import type { Context, Seams } from './context.ts'
import type { Desk } from './desk.ts'
import type { Errands } from './errands.ts'
import { lazily, through, type Lazy } from './lazily.ts'
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
  const { emit, subscribe } = createEmitter<DeskState>()
  let state = firstState
  const { page } = seams
  const base = seams.base ?? globalThis.location?.href
  const dispatch: Context['dispatch'] = (event, reducer) => {
    const after = next(state, event, reducer)
    if (after !== state) emit((state = after))
  }
  const happen = (event: DeskEvent) => dispatch(event, reduceDesk)
  const tell = createTeller(problem => happen({ type: 'problem', problem }))
  const settings = checkConfig(config, page?.locale() ?? 'en', base, tell)
  const context: Context = {
    settings,
    seams,
    base,
    get state() {
      return state
    },
    dispatch,
    tell,
    subscribe,
  }

  const backroom: Lazy<Backroom> = lazily(async () => (await import('./backroom.ts')).openBackroom(context, posting))
  const posting: Lazy<PostingVerbs> = lazily(async () => (await import('./posting-verbs.ts')).postingVerbs(context, backroom))
  const errands: Lazy<Errands> = lazily(async () => (await import('./errands.ts')).errands(context, backroom, posting))
  const search: Desk['search'] = async query => {
    happen({ type: 'searched', query })
    try {
      return await (await backroom()).search(query)
    } catch (error) {
      happen({ type: 'searchFailed', query })
      throw error
    }
  }
  // At once where the room is open, so that the state has it when the call returns.
  const inBackroom = (act: (room: Backroom) => void) => (backroom.now ? act(backroom.now) : quietly(backroom().then(act)))
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})
  let leavePage: (() => void) | undefined
  // Not where somebody subscribes: the page, which keeps it, would keep the first of them for ever.
  const drain = () => quietly(errands().then(room => room.drain()))

  const desk: Desk = {
    get state() {
      return state
    },
    settings,
    subscribe(listener) {
      leavePage ??= page?.onWake(drain)
      listener(state)
      // What another listener has changed meanwhile is said as it is now: an older state must not come last.
      return subscribe(() => listener(state))
    },
    open(view) {
      backroom.now?.settle()
      if (view?.name === 'results' && view.query !== state.search.query) quietly(search(view.query))
      // On its way while the element that shows it is.
      if (view?.name === 'form') quietly(desk.form(view.form))
      if (!state.open) quietly(errands().then(room => room.recall()))
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
      const { view } = state
      const query = view.name === 'results' ? view.query : view.name === 'home' ? '' : state.search.query
      if (query !== state.search.query) quietly(search(query))
    },
    search,
    form: async id => (await import('./form-room.ts')).deskForm(context, id, backroom),
    ...through(backroom, 'suggest read outline related enclosures restore adopt thank shareGaps'),
    ...through(posting, 'submit findings reply'),
    ...through(errands, 'requests people nextLevel escalate withdraw flush consent forget selfTest answerOffer answerAsk answerClosing diagnostics claim claimLink claimCode declineClaim revokeClaims seen recent prefer warn'),
    helpful: (...said) => inBackroom(room => room.helpful(...said)),
    edit(form, patch) {
      const draft = { ...state.drafts.get(form), ...patch, form } as Draft
      happen({ type: 'edited', form, draft })
      inBackroom(room => room.keepDraft(form))
    },
    dispose() {
      shelf.remove(settings.desk, desk)
      leavePage?.()
      quietly(errands.leave(room => room.leave()))
      quietly(posting.leave(room => room.dispose()))
      quietly(backroom.leave(room => room.close()))
    },
  }
  const complain = (code: DeskComplaint) => void import('../core/settings/setting-complaint.ts').then(room => tell(room.deskComplaint(code, settings)), console.error)
  if (!settings.endpoint && !settings.transport) complain('transport/no-endpoint')
  if (shelf.get(settings.desk)) complain('desk/name-taken')
  else shelf.put(settings.desk, desk)
  return desk
}
