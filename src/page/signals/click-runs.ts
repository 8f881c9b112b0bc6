import { listenForAnswer, type Listening } from './answers.ts'
import type { Scene } from './detector.ts'
import type { ClickTrouble } from './judge-clicks.ts'

/** Clicks in one place, one soon after the other. */
export interface Run {
  count: number
  x: number
  y: number
  at: number
  listening: Listening
  /** Of the last click: from the innermost element outwards. */
  path: Element[]
  /** The last click was left to the browser: a link is followed. */
  leftAlone: boolean
}

// Clicks belong together that are so near, in CSS pixels, and follow each other so fast; so long an answer is waited for, in milliseconds.
const near = 24
const soon = 700
const patience = 1000

const told = new WeakMap<Scene, ((trouble: ClickTrouble) => void)[]>()

/** Calls back when nothing answered a run of clicks for a second after its last one, and something should have. */
export function clickRuns(scene: Scene, listener: (trouble: ClickTrouble) => void) {
  const listeners = told.get(scene)
  if (listeners) return void listeners.push(listener)
  told.set(scene, [listener])
  const { hear, after, clock } = scene
  let run: Run | undefined
  let cancel = () => {}

  const press = (event: Event) => {
    const { clientX: x, clientY: y } = event as MouseEvent
    cancel()
    if (run && clock.now() - run.at <= soon && Math.hypot(x - run.x, y - run.y) <= near) return run
    run?.listening.stop()
    return (run = { count: 0, x, y, at: clock.now(), listening: listenForAnswer(scene, event.composedPath()), path: [], leftAlone: false })
  }
  hear('pointerdown', press)
  hear('click', event => {
    // Not made with a pointer: a key, or a script.
    if (!(event as MouseEvent).detail) return
    const mine = press(event)
    mine.path = event.composedPath().filter(node => node instanceof Element)
    mine.at = clock.now()
    mine.count++
    cancel = after(patience, () => {
      run = undefined
      mine.listening.stop()
      mine.leftAlone = !event.defaultPrevented
      if (mine.listening.answered) return
      // What there is to know of elements is fetched when it is needed.
      void import('./judge-clicks.ts').then(({ judgeClicks }) => {
        const trouble = judgeClicks(mine)
        if (trouble) for (const tell of told.get(scene)!) tell(trouble)
      }, () => {})
    })
  })
  scene.requests(() => run?.listening.answer())
}
