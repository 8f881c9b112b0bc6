import type { Clock } from '../../core/support/clock.ts'
import { isLeftAlone } from '../left-alone.ts'
import type { Scene } from './detector.ts'

/** What comes from outside of events; tests put recordings in their place. */
export type Senses = Pick<Scene, 'requests' | 'arrivals'>

/** One listener for each kind of event on the whole page, however many detectors hear it. */
export function createScene(clock: Clock, ended: AbortSignal, senses: (scene: Scene) => Senses): Scene {
  const hearers = new Map<string, Parameters<Scene['hear']>[1][]>()
  const tell = (event: Event) => {
    const path = event.composedPath()
    if (path.some(node => isLeftAlone(node as Partial<Element>))) return
    // Text and the window itself are no elements.
    const target = path.find(node => node instanceof Element)
    for (const hearer of hearers.get(event.type)!) hearer(event, target)
  }
  const scene = {
    clock,
    ended,
    act: { at: -Infinity, element: undefined },
    hear(types, listener) {
      for (const type of types.split(' ')) {
        if (!hearers.has(type)) {
          hearers.set(type, [])
          addEventListener(type, tell, { capture: true, passive: true, signal: ended })
        }
        hearers.get(type)!.push(listener)
      }
    },
    after: (ms, run) => clock.after(ms, () => ended.aborted || run()),
  } as Scene
  scene.hear('click change submit', (_, element) => (scene.act = { at: clock.now(), element }))
  return Object.assign(scene, senses(scene))
}
