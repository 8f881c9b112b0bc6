// How much work regular expressions are, in characters looked at instead of in time: the same on every machine.
import { patternOf, type Part } from './pattern-parts.ts'

/** Goes on from a place in the text; false is a dead end, from which the one before tries its next way. */
type Next = (at: number) => boolean
type Step = (at: number, next: Next) => boolean

const native = RegExp.prototype.exec

/** One pattern, matched as engines do without their shortcuts: one way after the other, back where one ends. */
class Matcher {
  steps = 0
  #input = ''
  #groups: ([number, number] | undefined)[] = []
  readonly #unicode: boolean
  readonly #flags: string
  readonly #start: Step
  readonly #count: number

  constructor({ source, flags }: RegExp) {
    this.#unicode = flags.includes('u')
    this.#flags = flags.replace(/[gy]/g, '')
    const { part, groups } = patternOf(source)
    this.#count = groups
    this.#start = this.#step(part, false)
  }

  /** The places of the whole and of its groups, for a match that begins at or after `from`. */
  find(input: string, from: number, sticky: boolean): ([number, number] | undefined)[] | undefined {
    this.#input = input
    for (let at = from; at <= input.length; at += this.#lengthAt(at)) {
      this.#groups = Array<undefined>(this.#count + 1).fill(undefined)
      if (this.#start(at, end => ((this.#groups[0] = [at, end]), true))) return this.#groups
      if (sticky) return undefined
    }
    return undefined
  }

  #lengthAt = (at: number) => (this.#unicode && (this.#input.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  #lengthBefore = (at: number) => (this.#unicode && at > 1 && this.#input.codePointAt(at - 2)! > 0xffff ? 2 : 1)

  #test(source: string): (text: string) => boolean {
    const pattern = new RegExp(`^(?:${source})$`, this.#flags)
    const known = new Map<string, boolean>()
    return text => {
      this.steps++
      const told = known.get(text) ?? native.call(pattern, text) !== null
      known.set(text, told)
      return told
    }
  }

  /** The place behind one character, read forwards or back; -1 where it is another one. */
  #reader(source: string, back: boolean): (at: number) => number {
    const takes = this.#test(source)
    return back
      ? at => (at > 0 && takes(this.#input.slice(at - this.#lengthBefore(at), at)) ? at - this.#lengthBefore(at) : -1)
      : at => (at < this.#input.length && takes(this.#input.slice(at, at + this.#lengthAt(at))) ? at + this.#lengthAt(at) : -1)
  }

  #step(part: Part, back: boolean): Step {
    switch (part.type) {
      case 'set': {
        const read = this.#reader(part.source, back)
        return (at, next) => {
          const end = read(at)
          return end >= 0 && next(end)
        }
      }
      case 'row': {
        const steps = part.parts.map(each => this.#step(each, back))
        if (back) steps.reverse()
        return (at, next) => {
          const go = (index: number, from: number): boolean => (index < steps.length ? steps[index]!(from, to => go(index + 1, to)) : next(from))
          return go(0, at)
        }
      }
      case 'either': {
        const steps = part.parts.map(each => this.#step(each, back))
        return (at, next) => steps.some(step => step(at, next))
      }
      case 'repeat': return part.part.type === 'set' && !part.lazy ? this.#run(part.part.source, part, back) : this.#repeat(part, back)
      case 'group': {
        const step = this.#step(part.part, back)
        return (at, next) => step(at, end => {
          const before = this.#groups[part.number]
          this.#groups[part.number] = back ? [end, at] : [at, end]
          if (next(end)) return true
          this.#groups[part.number] = before
          return false
        })
      }
      case 'look': {
        const step = this.#step(part.part, part.back)
        return (at, next) => {
          const before = [...this.#groups]
          const seen = step(at, () => true)
          if (part.not || !seen) this.#groups = before
          if (seen !== part.not && next(at)) return true
          this.#groups = before
          return false
        }
      }
      case 'again': {
        const same = (text: string) => ((this.steps += text.length), text)
        return (at, next) => {
          const [start, end] = this.#groups[part.number] ?? [0, 0]
          const text = same(this.#input.slice(start, end))
          const from = back ? at - text.length : at
          return this.#input.startsWith(text, from) && next(back ? from : at + text.length)
        }
      }
      case 'edge': {
        const isWord = (at: number) => /^\w$/.test(this.#input[at] ?? '')
        const holds: Record<typeof part.edge, Next> = {
          '^': at => at === 0, '$': at => at === this.#input.length,
          '\\b': at => isWord(at - 1) !== isWord(at), '\\B': at => isWord(at - 1) === isWord(at),
        }
        return (at, next) => (this.steps++, holds[part.edge](at)) && next(at)
      }
    }
  }

  /** Characters of one set in a row: as many as there are, then one less each time. Without a frame of the stack for each. */
  #run(source: string, { min, max }: { min: number; max: number }, back: boolean): Step {
    const read = this.#reader(source, back)
    return (at, next) => {
      const ends = [at]
      for (let end = at; ends.length <= max && (end = read(end)) >= 0;) ends.push(end)
      while (ends.length > min) if ((this.steps++, next(ends.pop()!))) return true
      return false
    }
  }

  #repeat({ part, min, max, lazy }: Extract<Part, { type: 'repeat' }>, back: boolean): Step {
    const step = this.#step(part, back)
    return (at, next) => {
      const go = (count: number, from: number): boolean => {
        this.steps++
        const more = () => count < max && step(from, end => (end !== from || count < min) && go(count + 1, end))
        const enough = () => count >= min && next(from)
        return lazy ? enough() || more() : more() || enough()
      }
      return go(0, at)
    }
  }
}

const matchers = new Map<string, Matcher>()

/** Matches once more, counting. @throws where a match differs from the engine's own: then the count would be another pattern's. */
function count(pattern: RegExp, input: string, from: number, own: RegExpExecArray | null): number {
  const name = String(pattern)
  const matcher = matchers.get(name) ?? new Matcher(pattern)
  matchers.set(name, matcher)
  matcher.steps = 0
  const found = matcher.find(input, from, pattern.sticky)?.map(place => place && input.slice(...place))
  if (JSON.stringify(found ?? null) !== JSON.stringify(own && [...own])) {
    throw new Error(`${name} is matched another way: ${JSON.stringify(found)} instead of ${JSON.stringify(own)}`)
  }
  return matcher.steps
}

/** How many characters all regular expressions look at while `work` runs, whoever asks them. */
export function stepsOf(work: () => unknown): number {
  let steps = 0
  const counting = function (this: RegExp, input: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const own = native.call(this, input)
    RegExp.prototype.exec = native
    try {
      steps += count(this, input, from, own)
    } finally {
      RegExp.prototype.exec = counting
    }
    return own
  }
  RegExp.prototype.exec = counting
  try {
    work()
  } finally {
    RegExp.prototype.exec = native
  }
  return steps
}
