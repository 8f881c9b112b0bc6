/** A WebSocket whose other side is a function: it hears each frame and the opening, and says what it will by `say`, `end` and `fail`. */
export interface OtherSide { say(frame: unknown): void; end(code: number, reason?: string): void; fail(): void }
export interface Opened { url: string; protocols: string | string[]; frames: (string | ArrayBuffer)[]; closed: boolean }

export function fakeSocket(heard: (frame: string | ArrayBuffer, other: OtherSide) => void, begun: (other: OtherSide) => void = () => {}) {
  const opened: Opened[] = []
  class FakeSocket {
    onopen: (() => void) | null = null
    onmessage: ((event: { data: unknown }) => void) | null = null
    onerror: (() => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    readonly #entry: Opened
    readonly #other: OtherSide
    constructor(url: string | URL, protocols: string | string[] = []) {
      this.#entry = { url: String(url), protocols, frames: [], closed: false }
      opened.push(this.#entry)
      const later = (run: () => void) => queueMicrotask(() => this.#entry.closed || run())
      this.#other = {
        say: frame => later(() => this.onmessage?.({ data: frame })),
        fail: () => later(() => ((this.#entry.closed = true), this.onerror?.())),
        end: (code, reason = '') => later(() => ((this.#entry.closed = true), this.onclose?.({ code, reason }))),
      }
      later(() => (begun(this.#other), later(() => this.onopen?.())))
    }
    send(frame: string | ArrayBuffer): void {
      this.#entry.frames.push(frame)
      heard(frame, this.#other)
    }
    close(): void {
      this.#entry.closed = true
    }
  }
  return { opened, WebSocket: FakeSocket as unknown as typeof WebSocket }
}

