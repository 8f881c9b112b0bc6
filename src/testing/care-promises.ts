import type { BackendMood, TransportPromise } from './fake-backend.ts'
import { everythingIn, overheard } from './overheard.ts'
import { expectSame } from './promise.ts'
import { issueOf, send } from './sending.ts'

/** What a transport does with what it was given, and with what it must keep to itself. */
export const carePromises: readonly TransportPromise[] = [
  {
    needs: 'accept',
    title: 'leaves the issue it was given as it is',
    async run({ transport }) {
      const issue = issueOf({ answers: { order: '7' }, unknown: { kept: true } })
      const before = JSON.stringify(issue)
      await send(transport, issue)
      expectSame('the issue after sending', JSON.stringify(issue), before)
    },
  },
  {
    needs: 'accept',
    title: 'brings fields that nobody knows along, where the backend has the whole issue',
    async run({ transport, backend }) {
      const unknown = { deep: ['kept', { as: 'it is' }] }
      await send(transport, issueOf({ unknown, answers: { order: '7', unknown } }))
      for (const { issue } of await backend.taken()) {
        if (!issue) continue
        expectSame('the unknown field', issue['unknown'], unknown)
        expectSame('the answers', issue['answers'], { order: '7', unknown })
      }
    },
  },
  {
    needs: 'accept',
    title: 'gives a receipt that can be stored, and that still opens the thread as it was stored',
    async run({ transport }, without) {
      const receipt = await send(transport, issueOf())
      expectPlain('receipt', receipt)
      if (!transport.thread || without.includes('thread')) return
      const stored = JSON.parse(JSON.stringify(receipt)) as typeof receipt
      expectSame('thread.id', (await transport.thread(stored, { signal: new AbortController().signal })).id, receipt.id)
    },
  },
  {
    needs: 'accept',
    title: 'shows its secret to nobody: not in the console, not in what it fails with',
    async run({ transport, backend, secret }, without) {
      if (!secret) return
      const moods: BackendMood[] = ['accept', 'lose-answer', 'down', 'busy', 'refuse', 'nonsense']
      const thrown: string[] = []
      const attempt = async () => {
        await send(transport, issueOf()).catch((error: unknown) => thrown.push(everythingIn(error)))
      }
      const printed = await overheard(async () => {
        for (const mood of moods.filter(mood => !without.includes(mood))) {
          backend.mood(mood)
          await attempt()
        }
        for (const status of backend.answer ? [401, 403, 500] : []) {
          backend.answer!(status, {})
          await attempt()
        }
      })
      expectSame('whether the secret is in the console', printed.some(text => text.includes(secret)), false)
      expectSame('whether the secret is in what was thrown', thrown.some(text => text.includes(secret)), false)
    },
  },
]

/** Only what JSON can say: a date or an object of a class would come back from the store as something else. */
function expectPlain(where: string, value: unknown): void {
  if (value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value)) return
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined
  const isPlain = Array.isArray(value) || prototype === null || (prototype !== undefined && Object.getPrototypeOf(prototype) === null)
  expectSame(`whether ${where} is plain data`, isPlain, true)
  for (const [key, item] of Object.entries(value as object)) expectPlain(`${where}.${key}`, item)
}
