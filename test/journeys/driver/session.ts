import type { Engine } from '../../engines/find-browsers.ts'

/** What each real driver must be able to do: the hands. Eyes (roles, names) are built on top and are the same for all. */
export interface PageSession {
  goto(url: string): Promise<void>
  reload(): Promise<void>
  /** Runs `(source)(...args)` in the page, even under a strict Content Security Policy; waits for promises. Values are JSON. */
  run(source: string, args: readonly unknown[]): Promise<unknown>
  /** A real click at a point of the view, in CSS pixels. */
  click(x: number, y: number): Promise<void>
  /** Moves the mouse there, so that the page sees it hover. */
  move(x: number, y: number): Promise<void>
  /** Types characters as a keyboard would; a line feed is Enter. */
  type(text: string): Promise<void>
  /** Holds all keys but the last, presses that one, and lets go in reverse. */
  chord(keys: readonly string[]): Promise<void>
  /** As PNG. */
  screenshot(): Promise<Uint8Array>
  viewport(width: number, height: number): Promise<void>
  /** Makes the page a phone's, with the finger to tap on it. Only some drivers have one. */
  phone?(width: number, height: number): Promise<Finger>
  /** Has the page believe that its customer points with a finger, or with a mouse again. Only some drivers can tell a page. */
  pointWith?(pointer: 'finger' | 'mouse'): Promise<void>
  /** What the page's media queries say of its customer. Only some drivers can tell a page. */
  prefer?(media: Preferences): Promise<void>
  close(): Promise<void>
}

/** What a customer told their system; what is left out stays as it was. */
export interface Preferences {
  colorScheme?: 'light' | 'dark'
  forcedColors?: 'active' | 'none'
  reducedMotion?: 'reduce' | 'no-preference'
}

export interface Finger {
  /** A real tap at a point of the view, in CSS pixels: touch events, and what the browser makes of them. Firefox makes nothing of one on bare text in a slot. */
  tap(x: number, y: number): Promise<void>
}

/** One browser with one storage that all its pages share. */
export interface BrowserSession {
  readonly engine: Engine
  newPage(): Promise<PageSession>
  close(): Promise<void>
}
