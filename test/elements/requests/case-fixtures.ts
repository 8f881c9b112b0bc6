import { fixture, html } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Message, Thread } from '../../../src/core/issue/thread.ts'
import type { Config } from '../../../src/desk/config.ts'
import { checkConfig } from '../../../src/desk/check-config.ts'
import type { Desk, ReplyExtra } from '../../../src/desk/desk.ts'
import type { DeskState, NextLevel, Request, RungState } from '../../../src/desk/state.ts'
import type { EarshotRequests } from '../../../src/elements/requests/requests.ts'
import { summonElement } from '../../../src/elements/roster.ts'

export const issue: Issue = { version: 1, id: 'i1', createdAt: '2026-11-20T18:00:00.000Z', kind: 'problem', story: 'The lamp flickers.' }

export const mira = { name: 'Mira' }

export const from = (sender: 'staff' | 'customer', id: string, more: Partial<Message> = {}): Message => ({
  id, from: sender, at: '2026-11-21T09:00:00.000Z', text: `Words of ${id}`, ...(sender === 'staff' && { author: mira }), ...more,
})

export const threadOf = (messages: Message[], more: Partial<Thread> = {}): Thread => ({ id: 'i1', reference: 'E-1', status: 'answered', owner: mira, messages, ...more })

export const accepted = (thread: Thread, more: Partial<Request> = {}): Request => ({
  id: 'i1', issue, status: 'accepted', durable: true, thread, receipt: { id: 'i1', reference: 'E-1', acceptedAt: '2026-11-20T18:00:01.000Z', token: 'key' }, ...more,
})

export const lead: RungState = { id: 'lead', name: 'Anna Berg', kind: 'message', open: false, answerBy: Date.parse('2026-12-01T09:00:00.000Z') }

/** A desk that says what a test wants it to, and remembers what it was asked. Only what this view uses of one is there. */
export function caseDesk(requests: Request[], state: Partial<DeskState> = {}, config: Config = {}) {
  const listeners = new Set<(state: DeskState) => void>()
  const asked: unknown[][] = []
  let level: NextLevel = { issue: 'i1', outside: [] }
  const remember = <T>(name: string, answer: (...given: never[]) => T) => async (...given: unknown[]): Promise<T> => {
    asked.push([name, ...given])
    return answer(...(given as never[]))
  }
  const settings = checkConfig(config, 'en', undefined, () => {})
  let now = {
    open: true, view: { name: 'requests' }, trail: [], search: { query: '', status: 'idle', results: [] }, suggestions: [], drafts: new Map(),
    submissions: new Map(), journey: {}, storage: 'durable', problems: [], ...state,
  } as DeskState
  const desk = {
    settings,
    get state() {
      return now
    },
    subscribe(listener: (state: DeskState) => void) {
      listeners.add(listener)
      listener(now)
      return () => void listeners.delete(listener)
    },
    edit(form: string, patch: object) {
      const draft: Draft = { kind: 'question', ...now.drafts.get(form), ...patch }
      change({ drafts: new Map(now.drafts).set(form, draft) })
    },
    restore: async () => {},
    adopt: async () => {},
    requests: async () => requests,
    nextLevel: async () => level,
    reply: remember('reply', (_id: string, _text: string, _extra?: ReplyExtra) => ({ id: 'm', durable: true })),
    seen: remember('seen', (id: string) => change({ unread: new Map([...(now.unread ?? [])].filter(([key]) => key !== id)) })),
    escalate: remember('escalate', () => ({ id: 'i2', durable: true, receipt: Promise.resolve({}) })),
    withdraw: remember('withdraw', () => true),
    claimLink: async () => 'https://shop.example/#earshot=secret',
    claimCode: remember('claimCode', () => ({ code: 'K7P-4QX', expiresAt: new Date(Date.now() + 600_000).toISOString() })),
    revokeClaims: remember('revokeClaims', () => {}),
    claim: remember('claim', () => requests[0]),
    answerClosing: remember('answerClosing', () => change({ closing: undefined })),
    open: remember('open', () => {}),
  }
  function change(patch: Partial<DeskState>) {
    now = { ...now, ...patch }
    for (const listener of listeners) listener(now)
  }
  return { desk: desk as unknown as Desk, asked, change, lists: (next: Request[]) => (requests = next), leads: (next: NextLevel) => (level = next) }
}

/** The view over such a desk, with a case open. */
export async function openCase(world: { desk: Desk }, props: Partial<EarshotRequests> = {}): Promise<EarshotRequests> {
  await summonElement('earshot-requests')
  const element = await fixture<EarshotRequests>(html`<earshot-requests></earshot-requests>`)
  Object.assign(element, { desk: world.desk, request: 'i1', ...props })
  await element.updateComplete
  return element
}
