import type { CSSResult, LitElement } from 'lit'
import { provideAllWords } from '../shared/all-words.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { Say } from '../shared/say.ts'
import { Pause } from './pause.ts'

/** What keeps somebody company while they write: it speaks up in a pause, and keeps to itself what has come too late. */
export abstract class Companion {
  /** Whoever waits for something takes its number first: what comes when it has changed is dropped. */
  protected turn = 0
  protected readonly host: LitElement
  protected readonly say: Say
  protected readonly pause: Pause

  /** @param ms How long nobody has typed before anything is said, in milliseconds. */
  constructor(host: LitElement, say: Say, ms: number, looks: CSSResult) {
    this.host = host
    this.say = say
    this.pause = new Pause(host, ms)
    adopt(host, looks)
    provideAllWords()
  }

  /** Another form, or the same one anew. */
  begin() {
    this.turn++
    this.pause.drop()
  }
}
