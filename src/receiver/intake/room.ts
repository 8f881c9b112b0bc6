/** Room for so much at once, shared out so that nobody can fill it alone. */
export interface Room {
  /**
   * Takes so much more for `who`, where there is room. Whoever has some already may have at most as much as would stay free: one
   * who floods gets half of the room, two a third each, and the next newcomer always finds some.
   * @param who Undefined where nobody can be told apart: then it is only the whole that counts.
   * @param isOnly All that `who` has is one thing that has to become whole: it may have what is free.
   */
  take(who: string | undefined, amount: number, isOnly?: boolean): boolean
  give(who: string | undefined, amount: number): void
}

export function createRoom(capacity: number): Room {
  const held = new Map<string, number>()
  let used = 0
  return {
    take(who, amount, isOnly = false) {
      const own = who === undefined ? 0 : held.get(who) ?? 0
      const free = capacity - used - amount
      if (free < 0 || (own > 0 && !isOnly && own + amount > free)) return false
      used += amount
      if (who !== undefined) held.set(who, own + amount)
      return true
    },
    give(who, amount) {
      used -= amount
      if (who === undefined) return
      const left = (held.get(who) ?? 0) - amount
      if (left > 0) held.set(who, left)
      else held.delete(who)
    },
  }
}
