import type { Trouble, Watch, WatchOptions } from '../../desk/page.ts'
import { isOptedOut } from '../opted-out.ts'
import { detectors } from './detectors.ts'
import { createScene } from './scene.ts'
import { sensesOf } from './senses.ts'

// A page that is in trouble this often has more than a customer can be helped with.
const most = 20

/** Starts every detector that is not switched off. Each element is told of once for each sign. */
export function watchForTrouble(
  { off, endpoint, clock }: WatchOptions,
  report: (trouble: Trouble) => void,
  senses = sensesOf(endpoint),
): Watch {
  const end = new AbortController()
  const scene = createScene(clock, end.signal, senses)
  let count = 0
  for (const { type, watch } of detectors) {
    if (off.includes(type)) continue
    const seen = new WeakSet<object>()
    watch(scene, element => {
      if (element?.closest('[data-earshot-ignore]') || seen.has(element ?? window) || count++ >= most) return
      seen.add(element ?? window)
      void import('./describe.ts').then(({ troubleOf }) => end.signal.aborted || report(troubleOf(type, element)), () => {})
    })
  }
  return { optedOut: isOptedOut(), stop: () => end.abort() }
}
