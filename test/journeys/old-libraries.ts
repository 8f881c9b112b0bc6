// What old libraries do to everybody's prototypes, written down after their sources. Each runs in a page before anything of ours, as
// text: no closures, and enumerable on purpose, as an assignment makes it.

/** Prototype.js 1.4 to 1.7: `Array.prototype.entries` answers with a list, `toJSON` turns lists into texts, `each` and friends everywhere. */
export function prototypeJs(): void {
  type Loose = Record<string, unknown>
  const list = Array.prototype as unknown as Loose
  const text = String.prototype as unknown as Loose
  const own = {
    toArray(this: ArrayLike<unknown>) {
      return Array.prototype.slice.call(this)
    },
    each(this: unknown[], iterator: (value: unknown, index: number) => void) {
      for (let i = 0; i < this.length; i++) iterator(this[i], i)
      return this
    },
    detect(this: unknown[], iterator: (value: unknown, index: number) => unknown) {
      for (let i = 0; i < this.length; i++) if (iterator(this[i], i)) return this[i]
    },
    findAll(this: unknown[], iterator: (value: unknown, index: number) => unknown) {
      const found: unknown[] = []
      for (let i = 0; i < this.length; i++) if (iterator(this[i], i)) found.push(this[i])
      return found
    },
    collect(this: unknown[], iterator: (value: unknown, index: number) => unknown) {
      const found: unknown[] = []
      for (let i = 0; i < this.length; i++) found.push(iterator(this[i], i))
      return found
    },
    reverse(this: unknown[], inline?: boolean) {
      const kept = inline === false ? this.slice() : this
      for (let from = 0, to = kept.length - 1; from < to; from++, to--) [kept[from], kept[to]] = [kept[to], kept[from]]
      return kept
    },
    toJSON(this: unknown[]) {
      return `[${this.map(String).join(', ')}]`
    },
  }
  Object.assign(list, { ...own, entries: own.toArray, find: own.detect, filter: own.findAll, select: own.findAll, map: own.collect, member: own.detect, first() {}, last() {}, size() {}, clear() {}, compact() {}, without() {}, inspect() {} })
  Object.assign(text, { strip() {}, blank() {}, empty() {}, sub() {}, gsub() {}, times() {}, camelize() {}, inspect() {}, toArray() {} })
  text['startsWith'] = function (this: string, start: string) {
    return this.lastIndexOf(start, 0) === 0
  }
  Object.assign(Number.prototype, { times() {}, succ() {} })
  Object.assign(Function.prototype, {
    bind(this: (...given: unknown[]) => unknown, context: unknown, ...first: unknown[]) {
      return (method => (...given: unknown[]) => method.apply(context, [...first, ...given]))(this)
    },
    wrap() {}, curry() {}, delay() {}, defer() {}, methodize() {}, argumentNames: () => [],
  })
  Object.values = (object: object) => {
    const found: unknown[] = []
    // As it does: what was inherited, too.
    for (const key in object) if (key in object) found.push((object as Loose)[key])
    return found as never
  }
  const element = Element.prototype as unknown as Loose
  Object.assign(element, { show() {}, hide() {}, visible: () => true, toggle() {}, update() {}, insert() {}, select() {}, up() {}, down() {}, next() {}, previous() {}, match() {}, fire() {}, observe() {}, on() {}, store() {}, retrieve() {}, readAttribute() {}, scrollTo() {}, clone() {}, absolutize() {}, identify() {} })
  Object.assign(HTMLInputElement.prototype, { clear() {}, present() {}, activate() {}, getValue() {}, serialize() {} })
  const { prototype } = window.Element
  Object.assign(window, { Element: Object.assign(function () {}, { prototype, Methods: {} }), $: () => null, $$: () => [], $A: () => [], $H: () => ({}), Hash: function () {}, Class: {}, Prototype: { Version: '1.7' } })
}

/** MooTools 1.2 to 1.4, with its compatibility: other meanings of `Event`, `Array.from`, `Function.prototype.bind`; `get` and `set` on elements. */
export function mooTools(): void {
  const slice = Array.prototype.slice
  Array.from = ((item: unknown) => (item == null ? [] : typeof item === 'object' && 'length' in item ? slice.call(item as unknown[]) : [item])) as never
  Object.assign(window, {
    Event: function (event: { type: string }) {
      return { extended: event.type.indexOf('key') }
    },
    $: () => null, $$: () => [], $each: () => {}, $type: () => false, Hash: function () {}, Class: function () {}, Browser: {},
  })
  Object.assign(Array.prototype, { each() {}, clean() {}, contains() {}, append() {}, erase() {}, empty() {}, include() {}, combine() {}, associate() {}, link() {}, pick() {}, invoke() {} })
  Object.assign(String.prototype, { test() {}, contains() {}, clean() {}, camelCase() {}, toInt() {}, substitute() {} })
  Object.assign(Function.prototype, { extend() {}, implement() {}, attempt() {}, pass() {}, delay() {}, periodical() {}, overloadSetter() {} })
  Object.assign(Element.prototype, { get() {}, set() {}, getElement() {}, getElements() {}, setStyle() {}, inject() {}, grab() {}, adopt() {}, addEvent() {}, fireEvent() {}, erase() {}, empty() {}, destroy() {} })
}
