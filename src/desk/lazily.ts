/** A room that is opened on the first call, and shared by all the next. */
export interface Lazy<T> {
  (): Promise<T>
  /** The room, if it is open. */
  readonly now: T | undefined
  /** Leaves it, if it was ever entered; the next call opens a new one. */
  leave(goodbye: (room: T) => unknown): Promise<void>
}

/** Opened again after a failure: a chunk that did not arrive must not block the way for ever. */
export function lazily<T>(open: () => Promise<T>): Lazy<T> {
  let opening: Promise<T> | undefined
  const enter = (() =>
    (opening ??= open().then(
      room => (enter.now = room),
      (error: unknown) => ((opening = undefined), Promise.reject(error)),
    ))) as { -readonly [key in keyof Lazy<T>]: Lazy<T>[key] } & (() => Promise<T>)
  enter.leave = async goodbye => {
    const entered = opening
    opening = enter.now = undefined
    if (entered) await goodbye(await entered)
  }
  return enter
}

type Verbs = { [name: string]: (...values: never[]) => unknown }

type Words<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Words<Rest> : S

/** Verbs that open the room first and are then the room's own; their names with spaces between, which takes fewer bytes than a list. */
export function through<T extends object, S extends string>(room: () => Promise<T>, names: Words<S> extends keyof T ? S : never) {
  return Object.fromEntries(
    names.split(' ').map(name => [name, async (...values: never[]) => ((await room()) as unknown as Verbs)[name]!(...values)]),
  ) as { [name in Words<S> & keyof T]: T[name] extends (...values: infer V) => infer R ? (...values: V) => Promise<Awaited<R>> : never }
}
