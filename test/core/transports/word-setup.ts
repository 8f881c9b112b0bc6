import type { Issue } from '../../../src/core/issue/issue.ts'
import { busySeconds, type BackendMood, type FakeBackend, type TakenIssue } from '../../../src/testing/transport-kit.ts'

/** Somebody who keeps issues and answers with words, in every mood of the kit's, however both are carried. `undefined`: no word. */
export function wordSetup() {
  const all = new Map<string, TakenIssue>()
  let mood: BackendMood = 'accept'
  const backend: FakeBackend = { mood: next => void (mood = next), taken: () => [...all.values()] }
  const answer = ({ id, issue }: { id: string; issue: Issue }, files: TakenIssue['files']): unknown => {
    if (mood === 'hang' || mood === 'down') return undefined
    if (mood === 'busy') return { type: 'error', id, retryAfter: busySeconds }
    if (mood === 'refuse') return { type: 'error', id, retry: 'never', detail: 'No' }
    if (mood === 'nonsense') return '<h1>Log in</h1>'
    if (!all.has(id)) all.set(id, { id, story: issue.story!, files, issue })
    return mood === 'lose-answer' ? undefined : { type: 'receipt', id, reference: `K-${[...all.keys()].indexOf(id) + 1}` }
  }
  return { backend, answer, is: (...moods: BackendMood[]) => moods.includes(mood) }
}
