import assert from 'node:assert/strict'
import { answer } from '../chaos/behaviours.ts'
import type { Lane, Told, Way } from '../chaos/lane.ts'
import { faultRows, inChaos, readings, silent, type FaultRow } from './fault-rows.ts'
import { ready, type InPage } from './fault-world.ts'
import { faults } from './faults.ts'

/** As pages and their libraries do it, before we come, until the lane is mended. Our own time limit of 30 s is ten times as fast. */
function patchFetch() {
  const { fetch, setTimeout } = window
  window.setTimeout = ((run: () => void, ms = 0, ...rest: unknown[]) => setTimeout(run, ms >= 20_000 ? ms / 10 : ms, ...rest)) as typeof window.setTimeout
  const mended = new Set<string>()
  document.addEventListener('mended', event => mended.add((event as CustomEvent<string>).detail))
  window.fetch = (input, init) => {
    const lane = /\/issues\/(fetch-\w+)$/.exec(String(input))?.[1]
    if (!lane || mended.has(lane)) return fetch(input, init)
    if (lane === 'fetch-throws') throw new TypeError('Not today')
    if (lane === 'fetch-never') return new Promise(() => {})
    if (lane === 'fetch-nothing') return Promise.resolve(undefined) as never
    void fetch(input, init).catch(() => {})
    return fetch(input, init)
  }
}

const patched: FaultRow[] = [
  { name: 'fetch-throws', fault: 'a fetch that throws', bytes: 5_000, inPage: true, reads: silent },
  { name: 'fetch-never', fault: 'a fetch that never settles', bytes: 5_000, inPage: true, reads: silent },
  { name: 'fetch-nothing', fault: 'a fetch that resolves with nothing', inPage: true, reads: silent },
  { name: 'fetch-twice', fault: 'a fetch that sends everything twice', does: answer(503), bytes: 5_000, reads: 'busy' },
]

faultRows('A page that has changed fetch', patched, world => world.beforeScripts(patchFetch))

const lane: Lane = { name: 'host', bytes: 5_000 }

faults('A page that makes it hard', walk => {
  walk('old libraries put toJSON on everything, and settings on Object.prototype: the bytes are what was typed', async world => {
    const page = await world.newPage()
    // Off again before the driver has to read the answer.
    const told = await page.evaluate(async (lane: Lane) => {
      const { chaos } = window as unknown as InPage
      const prototypes: object[] = [Array.prototype, String.prototype, Object.prototype]
      for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { configurable: true, writable: true, value: () => 'patched' })
      Object.defineProperty(Object.prototype, 'cache', { configurable: true, enumerable: true, value: 'force-cache' })
      try {
        const told = await chaos.submit(lane)
        await chaos.accepted(lane.name)
        return told
      } finally {
        for (const prototype of prototypes) Reflect.deleteProperty(prototype, 'toJSON')
        Reflect.deleteProperty(Object.prototype, 'cache')
      }
    }, lane)
    await world.assertOnce(lane, told)
  })

  walk('a <base> that leads elsewhere', async world => {
    world.serve({ policy: '', head: '<base href="http://elsewhere.invalid/deep/">' })
    const page = await world.newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('names of elements taken, and the script on the page twice: the second one stands down', async world => {
    world.serve({ copies: 2 })
    world.beforeScripts(() => {
      customElements.define('earshot-receipt', class extends HTMLElement {})
      const warned: string[] = []
      Object.assign(window, { warned })
      const { warn } = console
      console.warn = (...words: unknown[]) => {
        warned.push(words.join(' '))
        warn.apply(console, words)
      }
    })
    const page = await world.newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
    const warned = await page.evaluate(() => (window as unknown as { warned: string[] }).warned)
    assert.equal(warned.filter(text => text.includes('[loader/twice]')).length, 1)
  })

  walk('a policy that lets nothing out to the endpoint: kept, told to the integrator, and sent once the policy does', async world => {
    const { server, newPage, troubles } = world
    const there: Lane = { ...lane, endpoint: `${server.otherUrl}/issues/${lane.name}` }
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', there)
    await inChaos(page, 'failed', lane.name)
    const text = await inChaos<string>(page, 'told', lane.name, 'Kept on this device')
    assert.ok(text.includes(readings.kept[0]), text)
    await inChaos(page, 'attempted', lane.name, 5)
    assert.ok((await inChaos<string[]>(page, 'problems', lane.name)).includes('transport/unreachable'))
    assert.deepEqual(server.attempts, [])
    world.serve({ policy: '' })
    await ready(page, server.url)
    await inChaos(page, 'find', there, told.id)
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
    for (const trouble of troubles) if (trouble.startsWith('policy connect-src')) troubles.delete(trouble)
  })

  walk('a host’s service worker that answers our POST', async world => {
    const { server, newPage } = world
    // Its address would want a policy for Trusted Types of the host's own.
    world.serve({ policy: '' })
    const page = await newPage()
    await page.evaluate(async () => {
      const controlled = new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
      await navigator.serviceWorker.register('/worker.js')
      await controlled
      return null
    })
    const told = await inChaos<Told>(page, 'submit', lane)
    const { failure } = await inChaos<Way>(page, 'failed', lane.name)
    assert.equal(failure?.code, 'transport/not-a-receipt')
    await inChaos(page, 'told', lane.name, 'Kept on this device')
    assert.deepEqual(server.attempts, [])
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
      return null
    })
    await ready(page, server.url)
    await inChaos(page, 'find', lane, told.id)
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('a sandboxed frame, whose origin is nobody’s: sent while it is open, and never called kept', async world => {
    const { server, newPage } = world
    world.serve({ policy: '', body: '<iframe sandbox="allow-scripts" src="/framed" title="Sandbox"></iframe>' })
    const there: Lane = { ...lane, endpoint: `${server.url}/issues/${lane.name}` }
    server.behave(lane.name, answer(503))
    const page = await newPage()
    const framed = <T>(method: string, ...args: unknown[]) => inChaos<T>(page, 'inFrame' as never, method, args)
    const told = await framed<Told>('submit', there)
    assert.equal(told.durable, false)
    await framed('failed', lane.name)
    const text = await framed<string>('told', lane.name, 'Not sent yet')
    assert.ok(text.includes(readings.memory[1]), text)
    server.heal(lane.name)
    await framed('flush', lane.name)
    await framed('accepted', lane.name)
    assert.equal(server.attempts.at(-1)?.headers.origin, 'null')
    await world.assertOnce(lane, told)
  })
})
