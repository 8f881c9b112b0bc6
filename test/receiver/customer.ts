import assert from 'node:assert/strict'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { Receiver } from '../../src/receiver/receiver.ts'
import { ask, getThread, newIssue, post, postReply, receiptOf } from './requests.ts'

/** An issue that was taken in, and the key to it. */
export interface Case { id: string; token: string; reference: string; issue: Issue }

/** What a customer's device does with a receiver. */
export function customer({ handle }: Pick<Receiver, 'handle'>) {
  /** Sends an issue, with the keys of earlier ones. */
  async function send(draft: Partial<Draft> = {}, earlier: string[] = []): Promise<Case> {
    const issue = newIssue(draft)
    const response = await handle(post(issue, earlier.length ? { 'earshot-earlier': earlier.join(', ') } : {}))
    assert.equal(response.status, 201)
    const { token, reference } = await receiptOf(response)
    return { id: issue.id, token: token!, reference, issue }
  }
  /** Takes a case to the next level. */
  const escalate = (of: Case, token = of.token, level = 2) => send({ escalation: { of: of.id, rung: 'lead', level } }, [token])
  async function thread({ id, token }: Pick<Case, 'id' | 'token'>): Promise<Thread> {
    const response = await handle(getThread(id, token))
    assert.equal(response.status, 200)
    return (await response.json()) as Thread
  }
  const say = async ({ id, token }: Pick<Case, 'id' | 'token'>, message: object) =>
    (await handle(postReply(id, token, { id: crypto.randomUUID(), ...message }))).status
  const share = async ({ id, token }: Pick<Case, 'id' | 'token'>) => {
    const response = await handle(ask(`/${id}/shares`, { method: 'POST', token }))
    assert.equal(response.status, 201)
    return (await response.json()) as { token: string; code: string; expiresAt: string }
  }
  const unshare = async ({ id, token }: Pick<Case, 'id' | 'token'>) => (await handle(ask(`/${id}/shares`, { method: 'DELETE', token }))).status
  const open = (code: unknown, headers: Record<string, string> = {}) => handle(ask('/open', { method: 'POST', body: { code }, headers }))
  return { send, escalate, thread, say, share, unshare, open }
}
