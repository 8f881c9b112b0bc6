import { setTimeout as pause } from 'node:timers/promises'
import type { Query, TextPattern } from './in-page/queries.ts'
import type { Reading } from './in-page/main.ts'
import type { Page } from './page.ts'

export interface Named {
  name?: string | RegExp
  /** Default true: a string is the whole name. False: a part of it, in any case. */
  exact?: boolean
}

const patternOf = (text: string | RegExp, exact = true): TextPattern => {
  if (text instanceof RegExp) return { source: text.source, flags: text.flags.replace('g', '') }
  return exact ? { whole: text } : { part: text }
}

export const roleQuery = (role: string, { name, exact }: Named): Query => ({ role, ...(name !== undefined && { name: patternOf(name, exact) }) })
export const textQuery = (text: string | RegExp, exact?: boolean): Query => ({ text: patternOf(text, exact) })

const describeQuery = ({ role, name, text, nth }: Query): string => {
  const pattern = name ?? text
  const words = !pattern ? '' : 'source' in pattern ? ` /${pattern.source}/${pattern.flags}` : ` ${JSON.stringify('whole' in pattern ? pattern.whole : pattern.part)}`
  return `${role ?? 'text'}${words}${nth === undefined ? '' : ` (${nth < 0 ? 'last' : `number ${nth + 1}`})`}`
}

// A page that is just being replaced by another cannot answer; the next one will.
const passing = /context was destroyed|navigat|expected one element|Cannot find context|no such (frame|window)|discarded|Inspected target/i

/** A way to find an element, tried anew at each use: nothing is found before it is needed. */
export class Locator {
  readonly #page: Page
  readonly #steps: readonly Query[]

  constructor(page: Page, steps: readonly Query[]) {
    this.#page = page
    this.#steps = steps
  }

  /** Looks inside of what this finds. */
  getByRole(role: string, options: Named = {}): Locator {
    return new Locator(this.#page, [...this.#steps, roleQuery(role, options)])
  }

  getByText(text: string | RegExp, options: { exact?: boolean } = {}): Locator {
    return new Locator(this.#page, [...this.#steps, textQuery(text, options.exact)])
  }

  /** The n-th of several, from 0; negative from the end. */
  nth(index: number): Locator {
    const last = this.#steps.at(-1)!
    return new Locator(this.#page, [...this.#steps.slice(0, -1), { ...last, nth: index }])
  }

  first(): Locator {
    return this.nth(0)
  }

  toString(): string {
    return this.#steps.map(describeQuery).join(' › ')
  }

  /** How many there are now. Does not wait. */
  count(): Promise<number> {
    return this.#page.look('count', this.#steps)
  }

  /** Waits until there is one (`there`, at least one), or none any more (`gone`). */
  async waitFor(state: 'there' | 'gone' = 'there'): Promise<void> {
    await this.#patiently(state === 'gone' ? 'is still there' : 'is not there', async () => {
      const count = await this.count()
      return (state === 'gone') === (count === 0) ? { value: undefined } : { problem: `${count} found` }
    })
  }

  /** Presses its middle with the mouse, or with a finger on a phone, once it is in view, at rest and not covered. */
  async click(): Promise<void> {
    const { x, y } = await this.#point()
    await this.#page.press(x, y)
  }

  /** Moves the mouse over it. */
  async hover(): Promise<void> {
    const { x, y } = await this.#point()
    await this.#page.mouse.move(x, y)
  }

  /** Presses the field, and types over what is in it. @throws when the field then says something else. */
  async fill(text: string): Promise<void> {
    await this.click()
    await this.#page.look('select', this.#steps)
    if (text) await this.#page.keyboard.type(text)
    else await this.#page.keyboard.press('Backspace')
    await this.#patiently('did not take what was typed', async () => {
      const value = await this.value()
      return value === text ? { value } : { problem: `it says ${JSON.stringify(value)} instead of ${JSON.stringify(text)}` }
    })
  }

  /** Chooses an option of a `<select>` by its label. Not by mouse: the list is the system's, outside of the page. */
  async choose(label: string): Promise<void> {
    await this.waitFor()
    await this.#page.look('choose', this.#steps, label)
  }

  /** Its text as it can be read, shadow roots included, with single spaces. */
  text(): Promise<string> {
    return this.#read('text') as Promise<string>
  }

  value(): Promise<string> {
    return this.#read('value') as Promise<string>
  }

  accessibleName(): Promise<string> {
    return this.#read('name') as Promise<string>
  }

  isFocused(): Promise<boolean> {
    return this.#read('focused') as Promise<boolean>
  }

  isDisabled(): Promise<boolean> {
    return this.#read('disabled') as Promise<boolean>
  }

  isChecked(): Promise<boolean> {
    return this.#read('checked') as Promise<boolean>
  }

  async attribute(name: string): Promise<string | null> {
    return this.#patiently('cannot be read', async () => ({ value: await this.#page.look('attribute', this.#steps, name) }))
  }

  #read(what: Reading) {
    return this.#patiently('cannot be read', async () => ({ value: await this.#page.look('read', this.#steps, what) }))
  }

  #point(): Promise<{ x: number; y: number }> {
    return this.#patiently('cannot be pressed', async () => {
      const point = await this.#page.look('point', this.#steps)
      return 'problem' in point ? point : { value: point }
    })
  }

  /** Tries until it works or the page's patience ends; then says what was there instead. */
  async #patiently<T>(complaint: string, attempt: () => Promise<{ value: T } | { problem: string }>): Promise<T> {
    const end = performance.now() + this.#page.patience
    for (;;) {
      let problem: string
      try {
        const outcome = await attempt()
        if ('value' in outcome) return outcome.value
        problem = outcome.problem
      } catch (error) {
        const { message } = error as Error
        if (!passing.test(message)) throw error
        problem = message.split('\n')[0]!
      }
      if (performance.now() > end) throw await this.#failure(complaint, problem)
      await pause(30)
    }
  }

  async #failure(complaint: string, problem: string): Promise<Error> {
    const there = await this.#page.look('inventory', this.#steps).catch(() => ['(the page does not answer)'])
    return new Error(`${this} ${complaint} after ${this.#page.patience} ms: ${problem}\nThere are:\n  ${there.join('\n  ')}`)
  }
}
