import type { Clock } from '../../../src/core/support/clock.ts'
import type { SignalType } from '../../../src/desk/config.ts'
import type { Trouble } from '../../../src/desk/page.ts'
import type { RequestTiming } from '../../../src/page/signals/detector.ts'
import '../../../src/page/signals/describe.ts'
import '../../../src/page/signals/judge-clicks.ts'
import { watchForTrouble } from '../../../src/page/signals/watch.ts'

/** One thing that happened on a page, as it was recorded: what the customer did, what the page did, or that time went by. */
export type Step =
  | { press: string; at?: readonly [x: number, y: number]; times?: number; every?: number }
  /** A button held down at the keyboard, or a script: a click without a pointer. */
  | { key: string; times?: number; every?: number }
  | { enter: string }
  | { wait: number }
  | { focus: string } | { blur: string } | { type: string; times?: number; every?: number }
  | { submit: string } | { invalid: string }
  | { set: string; name: string; value: string | undefined } | { text: string; to: string } | { add: string; html: string }
  | { event: string; on?: string } | { select: string } | { pictures: string }
  | { arrive: string } | { request: Partial<RequestTiming> }
  | { error: { message?: string; filename?: string; stack?: string } } | { rejection: { name?: string; stack?: string; plain?: boolean } }
  | { repeat: number; steps: readonly Step[] }

export interface Recording {
  what: string
  page: string
  steps: readonly Step[]
  /** What a watchful person would say: the signs, in order; none in ordinary behaviour. */
  signs: readonly SignalType[]
}

/** A clock that goes only when it is told to. */
export function handClock() {
  let now = 1_790_000_000_000
  let timers: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => (timers = timers.filter(other => other !== timer))
    },
  }
  const go = async (ms: number) => {
    const end = now + ms
    for (;;) {
      await settled()
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      timers = timers.filter(timer => timer !== next)
      now = next.at
      next.run()
      await arrived()
    }
    now = end
  }
  return { clock, go }
}

// Observers of mutations are told in microtasks, chunks that are here already soon after.
const settled = async () => {
  for (let turn = 0; turn < 4; turn++) await Promise.resolve()
}
const arrived = () => Promise.all([import('../../../src/page/signals/describe.ts'), import('../../../src/page/signals/judge-clicks.ts')])

/** Plays a recording over real elements; answers with the trouble that was reported. */
export async function replay({ page, steps }: Pick<Recording, 'page' | 'steps'>, off: readonly SignalType[] = []): Promise<Trouble[]> {
  const place = document.createElement('main')
  place.innerHTML = page
  document.body.append(place)
  // As pages do: their own handlers keep the links and forms of a recording from leaving the test.
  for (const type of ['click', 'submit']) place.addEventListener(type, event => event.preventDefault())
  await Promise.all([...place.querySelectorAll('img')].map(picture => picture.decode().catch(() => {})))
  const { clock, go } = handClock()
  const told: Trouble[] = []
  let arrive: (path: string, at?: number) => void = () => {}
  const hearers: ((request: RequestTiming) => void)[] = []
  const arrivals: typeof arrive[] = []
  arrive = (path, at) => arrivals.forEach(each => each(path, at))
  const watch = watchForTrouble({ off, clock }, trouble => told.push(trouble), () => ({
    requests: hearer => void hearers.push(hearer),
    arrivals: hearer => void arrivals.push(hearer),
  }))
  const find = (selector: string) => {
    const element = place.querySelector(selector)
    if (!element) throw new Error(`The recording has no ${selector}`)
    return element
  }
  const shared = { bubbles: true, composed: true, cancelable: true }
  const press = (selector: string, detail: number, [x, y]: readonly [number, number] = [50, 50]) => {
    const init = { ...shared, detail, clientX: x, clientY: y }
    if (detail) find(selector).dispatchEvent(new PointerEvent('pointerdown', init))
    find(selector).dispatchEvent(new MouseEvent('click', init))
  }
  const play = async (step: Step): Promise<void> => {
    if ('press' in step || 'key' in step) {
      for (let time = 1; time <= (step.times ?? 1); time++) {
        if ('press' in step) press(step.press, time, step.at)
        else press(step.key, 0)
        if (time < (step.times ?? 1)) await go(step.every ?? 180)
      }
    } else if ('enter' in step) find(step.enter).dispatchEvent(new KeyboardEvent('keydown', { ...shared, key: 'Enter' }))
    else if ('wait' in step) await go(step.wait)
    else if ('focus' in step) find(step.focus).dispatchEvent(new FocusEvent('focusin', shared))
    else if ('blur' in step) find(step.blur).dispatchEvent(new FocusEvent('focusout', shared))
    else if ('type' in step) {
      for (let time = 0; time < (step.times ?? 1); time++) {
        find(step.type).dispatchEvent(new InputEvent('input', shared))
        await go(step.every ?? 150)
      }
    } else if ('submit' in step) find(step.submit).dispatchEvent(new SubmitEvent('submit', shared))
    else if ('invalid' in step) find(step.invalid).dispatchEvent(new Event('invalid', { cancelable: true }))
    else if ('set' in step) step.value === undefined ? find(step.set).removeAttribute(step.name) : find(step.set).setAttribute(step.name, step.value)
    else if ('text' in step) find(step.text).textContent = step.to
    else if ('add' in step) find(step.add).insertAdjacentHTML('beforeend', step.html)
    else if ('event' in step) (step.on ? find(step.on) : window).dispatchEvent(new Event(step.event, { bubbles: true }))
    else if ('select' in step) getSelection()!.selectAllChildren(find(step.select))
    else if ('pictures' in step) {
      const pictures = [...place.querySelectorAll<HTMLImageElement>(step.pictures)]
      await Promise.all(pictures.map(picture => picture.decode().catch(() => {})))
      // The event comes in a task of its own, after the promise in some engines.
      await new Promise(resolve => setTimeout(resolve))
    } else if ('arrive' in step) arrive(step.arrive, clock.now())
    else if ('request' in step) for (const hear of hearers) hear({ responseStatus: 200, duration: 100, ...step.request })
    else if ('error' in step) {
      const { message = 'x is undefined', filename = `${location.origin}/shop.js`, stack = '' } = step.error
      place.dispatchEvent(new ErrorEvent('error', { message, filename, error: Object.assign(new Error(message), { stack }), cancelable: true }))
    } else if ('rejection' in step) {
      const { name = 'TypeError', stack = '', plain } = step.rejection
      const reason = plain ? 'no' : Object.assign(new Error('failed'), { name, stack })
      place.dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason, cancelable: true }))
    } else for (let time = 0; time < step.repeat; time++) for (const each of step.steps) await play(each)
    await settled()
  }
  try {
    for (const step of steps) await play(step)
    await go(1500)
    await arrived()
    await settled()
  } finally {
    watch.stop()
    getSelection()?.removeAllRanges()
    place.remove()
  }
  return told
}
