import { systemClock } from '../core/support/clock.ts'
import { createEmitter } from '../core/support/emitter.ts'
import { checkConfig } from './check-config.ts'
import type { Config } from './config.ts'
import type { Context, Seams } from './context.ts'
import type { Desk } from './desk.ts'
import { helpVerbs } from './help-verbs.ts'
import { keepingVerbs } from './keeping-verbs.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { firstState, reduce } from './reduce.ts'
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
  const { settings, problems } = checkConfig(config, page?.locale() ?? 'en', base)
  const dispatch: Context['dispatch'] = event => {
    const next = reduce(state, event)
    if (next === state) return
    state = next
    emitter.emit(state)
  }
  const context: Context = {
    settings,
    seams,
    base,
    clock: seams.clock ?? systemClock,
    storeName: settings.desk === 'default' ? 'earshot' : `earshot-${settings.desk}`,
    get state() {
      return state
    },
    dispatch,
    tell: createTeller(problem => dispatch({ type: 'problem', problem })),
  }
  for (const problem of problems) context.tell(problem)
  if (!settings.endpoint && !settings.transport) {
    context.tell({ code: 'transport/no-endpoint', message: 'No endpoint and no transport: what customers say stays on their device. Set "endpoint"' })
  }

  const keeping = keepingVerbs(context)
  const help = helpVerbs(context, keeping)
  let posting: Promise<PostingVerbs> | undefined
  const post = () => (posting ??= import('./posting-verbs.ts').then(room => room.postingVerbs(context, keeping, help)))
  // Fetched again next time: a chunk that did not arrive must not block the way for ever.
  const postOrRetry = () => post().catch((error: unknown) => ((posting = undefined), Promise.reject(error)))
  const wake = async () => {
    if (posting || (await keeping.existed())) await (await postOrRetry()).drain()
  }
  let leavePage: (() => void) | undefined

  const desk: Desk = {
    get state() {
      return state
    },
    settings,
    subscribe(listener) {
      leavePage ??= page?.onWake(() => void wake().catch(() => {}))
      listener(state)
      return emitter.subscribe(listener)
    },
    open(view) {
      help.settle()
      if (view?.name === 'results' && view.query !== state.search.query) void desk.search(view.query).catch(() => {})
      if (!state.open) void keeping.recall().catch(() => {})
      dispatch({ type: 'opened', view })
    },
    close() {
      help.settle()
      dispatch({ type: 'closed' })
    },
    back() {
      help.settle()
      dispatch({ type: 'wentBack' })
      if (state.view.name === 'home' && state.search.query) void desk.search('')
      else if (state.view.name === 'results' && state.view.query !== state.search.query) void desk.search(state.view.query).catch(() => {})
    },
    ...help.verbs,
    edit: keeping.edit,
    restore: keeping.restore,
    async consent(granted) {
      // What waits moves with the rest; the outbox opens again on the new ground.
      if (posting) (await posting).dispose()
      posting = undefined
      await keeping.consent(granted)
    },
    submit: async draft => (await postOrRetry()).submit(draft),
    escalate: async (id, reason) => (await postOrRetry()).escalate(id, reason),
    reply: async (id, text) => (await postOrRetry()).reply(id, text),
    requests: async () => (posting || (await keeping.existed()) ? (await postOrRetry()).requests() : []),
    people: async () => (await import('./people.ts')).peopleNow(settings.ladder, context.clock.now()),
    async flush() {
      if (posting || (await keeping.existed())) await (await postOrRetry()).drain({ force: true })
    },
    async forget() {
      if (posting) (await posting).dispose()
      posting = undefined
      await keeping.forget()
      dispatch({ type: 'forgot' })
    },
    selfTest: async () => (await import('./self-test.ts')).selfTest(context, help),
    dispose() {
      shelf.remove(settings.desk, desk)
      leavePage?.()
      void posting?.then(room => room.dispose())
      keeping.close()
    },
  }
  if (shelf.get(settings.desk)) {
    context.tell({ code: 'desk/name-taken', path: '/desk', message: `There is a desk named "${settings.desk}" already; this one is not on the shelf. Dispose of the first, or give this one another name` })
  } else shelf.put(settings.desk, desk)
  return desk
}
