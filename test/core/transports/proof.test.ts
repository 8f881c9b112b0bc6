import { expect } from '@open-wc/testing'
import { verifySolution, type Payload } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { endpoint, issue, json, receipt, signal, wired, type Seen } from './fixtures.ts'
import { challengeOf, secret } from './proof-challenge.ts'

const bodyOf = ({ init }: Seen) => JSON.parse(String(init.body)) as Payload
const verify = (payload: Payload) => verifySolution({ ...payload, deriveKey, hmacSignatureSecret: secret })

/** A backend that asks with its receipt; `proven` resolves with each solution it is sent. */
function asking(challenge: unknown, answers: (() => Response)[] = []) {
  const calls: Seen[] = []
  let told = (_: Seen) => {}
  const next = () => new Promise<Seen>(resolve => (told = resolve))
  const proven = next()
  const timers: [ms: number, ring: () => void][] = []
  let rung = () => {}
  const { transport, seen } = wired(
    entry => {
      if (!entry.url.endsWith('/proof')) return json({ ...receipt, token: 'secret', challenge }, 201)
      calls.push(entry)
      told(entry)
      return answers[calls.length - 1]?.() ?? new Response(null, { status: 204 })
    },
    // Only what waits to be sent again waits for the clock's own hand; slices of the page's thread do not.
    { clock: {
      now: () => Date.UTC(2026, 10, 22),
      after: (ms, ring) => {
        if (ms < 1_000) {
          const timer = setTimeout(ring)
          return () => clearTimeout(timer)
        }
        timers.push([ms, ring])
        if (ms < 20_000) rung()
        return () => {}
      },
    } },
  )
  const waiting = () => new Promise<void>(resolve => (rung = resolve))
  return { transport, seen, calls, proven, next, timers, waiting }
}

/** Takes the platform's own away for one test; gives it back whatever happens. */
async function without<T>(name: string, instead: unknown, work: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(globalThis, name)!
  Object.defineProperty(globalThis, name, { value: instead, configurable: true, writable: true })
  try {
    return await work()
  } finally {
    Object.defineProperty(globalThis, name, own)
  }
}

describe('proof of work', () => {
  it('is solved in a worker and sent with the receipt’s token, and the worker is gone', async () => {
    const ended: Worker[] = []
    class Watched extends Worker {
      override terminate() {
        ended.push(this)
        super.terminate()
      }
    }
    await without('Worker', Watched, async () => {
      const { transport, proven } = asking(await challengeOf())
      const kept = await transport.send(issue, [], { signal: signal() })
      expect(kept).to.deep.equal({ ...receipt, token: 'secret' })
      const call = await proven
      expect([call.url, call.init.method, call.headers.get('Authorization')]).to.deep.equal([`${endpoint}/${issue.id}/proof`, 'POST', 'Bearer secret'])
      expect((await verify(bodyOf(call))).verified).to.be.true
      expect(ended.length).to.equal(1)
    })
  })

  for (const [where, broken] of [
    ['throws', class { constructor() { throw new DOMException('no', 'SecurityError') } }],
    ['cannot be loaded', class extends EventTarget {
      constructor() {
        super()
        queueMicrotask(() => this.dispatchEvent(new Event('error', { cancelable: true })))
      }
      postMessage() {}
      terminate() {}
    }],
    ['has no crypto.subtle', class extends EventTarget {
      postMessage() {
        queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: null })))
      }
      terminate() {}
    }],
    ['does not exist', undefined],
  ] as const)
    it(`is solved by the page itself where a worker ${where}`, async () => {
      await without('Worker', broken, async () => {
        const { transport, proven } = asking(await challengeOf())
        await transport.send(issue, [], { signal: signal() })
        expect((await verify(bodyOf(await proven))).verified).to.be.true
      })
    })

  it('begins no worker where the backend says so', async () => {
    let begun = 0
    await without('Worker', class { constructor() { begun++; throw new Error('It was begun') } }, async () => {
      const { transport, proven } = asking({ ...(await challengeOf()), worker: false })
      await transport.send(issue, [], { signal: signal() })
      expect((await verify(bodyOf(await proven))).verified).to.be.true
      expect(begun).to.equal(0)
    })
  })

  it('finds prefixes of half a byte, too', async () => {
    const { transport, proven } = asking(await challengeOf({ keyPrefix: '0' }))
    await transport.send(issue, [], { signal: signal() })
    expect((await verify(bodyOf(await proven))).verified).to.be.true
  })

  it('is sent again when it did not arrive, and given up when it is refused', async () => {
    const { transport, proven, calls, next, timers, waiting } = asking(await challengeOf(), [() => json({}, 503), () => json({}, 422)])
    await transport.send(issue, [], { signal: signal() })
    const waits = waiting()
    const first = await proven
    await waits
    const again = next()
    timers.find(([ms]) => ms === 2_000)![1]()
    expect(String((await again).init.body)).to.equal(String(first.init.body))
    expect(calls.length).to.equal(2)
  })

  it('ends with the desk', async () => {
    const after = new AbortController()
    const ended: unknown[] = []
    let begun = () => {}
    const working = new Promise<void>(resolve => (begun = resolve))
    class Endless extends EventTarget {
      postMessage() { begun() }
      terminate() { ended.push(this); done() }
    }
    let done = () => {}
    const terminated = new Promise<void>(resolve => (done = resolve))
    await without('Worker', Endless, async () => {
      const { transport, calls } = asking(await challengeOf())
      await transport.send(issue, [], { signal: signal(), after: after.signal })
      await working
      after.abort()
      await terminated
      expect([ended.length, calls.length]).to.deep.equal([1, 0])
    })
  })

  it('is never in the way of a receipt: what nobody can solve, or should, is let be', async () => {
    const good = await challengeOf() as { parameters: object; signature: string }
    const odd = (parameters: object) => ({ ...good, parameters: { ...good.parameters, ...parameters } })
    for (const challenge of [
      null, 7, 'solve me', [], {}, { parameters: {} }, { ...good, signature: 1 }, odd({ algorithm: 'ARGON2ID' }), odd({ cost: 1e9 }), odd({ cost: -1 }),
      odd({ keyPrefix: '' }), odd({ keyPrefix: '00000' }), odd({ keyPrefix: 'zz' }), odd({ nonce: 'x' }), odd({ salt: 'f'.repeat(1_000) }), odd({ keyLength: 1e6 }),
    ]) {
      const { readChallenge } = await import('../../../src/core/transports/read-challenge.ts')
      expect(readChallenge(challenge), JSON.stringify(challenge)).to.be.undefined
      const { transport, seen } = asking(challenge)
      expect((await transport.send(issue, [], { signal: signal() })).reference).to.equal(receipt.reference)
      expect(seen.length).to.equal(1)
    }
  })
})
