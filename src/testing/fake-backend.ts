import type { Transport } from '../core/transports/transport.ts'

/**
 * What the backend does with the requests that follow.
 * - `accept`: takes an issue and answers well · `lose-answer`: takes it, but the answer never arrives
 * - `down`: cannot be reached, or fails · `busy`: asks to come back in `busySeconds`
 * - `refuse`: will not have this issue as it is · `hang`: never answers
 * - `nonsense`: answers success, but not with what it should, as a captive portal does
 */
export type BackendMood = 'accept' | 'lose-answer' | 'down' | 'busy' | 'refuse' | 'hang' | 'nonsense'

/** How long a backend in the mood `busy` asks to wait. */
export const busySeconds = 7

/** One issue the backend has: its effect, not the attempts that led to it. */
export interface TakenIssue {
  /** The issue's own id, if the backend is told it. */
  id?: string
  /** The customer's words as the backend has them. */
  story: string
  files: readonly { name: string; bytes: ArrayBuffer }[]
  /** The whole issue as data, if the backend has it: fields that nobody knows are looked for in it. */
  issue?: Readonly<Record<string, unknown>>
}

/** A fake of the service your transport speaks to. */
export interface FakeBackend {
  mood(next: BackendMood): void
  taken(): Promise<readonly TakenIssue[]> | readonly TakenIssue[]
  /** From now on answers every request with this status, these headers and nothing else. For services over HTTP; without it, verdicts are looked at by mood only. */
  answer?(status: number, headers: Readonly<Record<string, string>>): void
}

/**
 * What a promise needs: a mood the fake can play, a transport that carries `files`, a backend that keeps a `thread` or can `share` one,
 * or, for one whose `duplicates` are `possible`, that can be asked whether it has the issue `again`.
 * Where a transport has no method for something, its promises hold by themselves.
 */
export type Ability = BackendMood | 'files' | 'thread' | 'share' | 'again'

export interface TransportSetup {
  transport: Transport
  backend: FakeBackend
  /** A text that the transport knows and must show to nobody: a key, a token. It is looked for in the console and in what is thrown. */
  secret?: string
}

/** One promise of a transport. Where it has not what the promise is about, the promise holds by itself. */
export interface TransportPromise {
  needs: Ability
  title: string
  run(setup: TransportSetup, without: readonly Ability[]): Promise<void>
}
