import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { docblockViolations } from './laws/docblocks.ts'
import { literalViolations } from './laws/literals.ts'
import { sinkViolations } from './laws/sinks.ts'
import { readSources } from './laws/sources.ts'

const at = (text: string, path = 'src/elements/help/help.ts') => new Map([[path, text]])

describe('No English in an element', () => {
  it('every word a customer can read comes from locale/', () => {
    assert.deepEqual(literalViolations(readSources('src/elements')), [])
  })

  it('is broken by a text, a readable attribute, a branch, a default, and an assignment', () => {
    const one = (text: string) => assert.equal(literalViolations(at(text)).length, 1, text)
    one('html`<p>Help</p>`')
    one('html`<p>${count} articles</p>`')
    one('html`<input placeholder="Search">`')
    one('html`<button aria-label="Close" title=${say("close")}></button>`')
    one('html`<p>${open ? "Close" : say("open")}</p>`')
    one('html`<p>${text ?? "Nothing"}</p>`')
    one('html`<p>${`Hello ${name}`}</p>`')
    one('html`<x-y .label=${"Name"}></x-y>`')
    one('html`<ul>${items.map(item => html`<li>Item</li>`)}</ul>`')
    one('element.textContent = "Sent"')
    one('element.setAttribute("aria-label", busy ? "Busy" : "")')
    one('this.announcer.announce("Sent")')
  })

  it('leaves keys, classes, numbers and signs alone', () => {
    const text = 'html`<p class="plain" part="title" type="text">${say("help.title")} · ${1} ${kind === "idea" ? say("a") : nothing}</p>`'
    assert.deepEqual(literalViolations(at(text)), [])
  })
})

describe('No unsafe sink, and no fetching or storing in an element', () => {
  it('nothing in the house turns a string into markup, code or an inline style', () => {
    assert.deepEqual(sinkViolations(readSources('src')), [])
  })

  it('is broken by each of them', () => {
    const one = (text: string, path?: string) => assert.equal(sinkViolations(at(text, path)).length, 1, text)
    one('element.innerHTML = text', 'src/page/sanitizer.ts')
    one('element["innerHTML"] = text', 'src/page/a.ts')
    one('element.insertAdjacentHTML("beforeend", text)', 'src/page/a.ts')
    one('import { unsafeHTML as raw } from "lit/directives/unsafe-html.js"')
    one('import { styleMap } from "lit/directives/style-map.js"')
    one('document.write(text)', 'src/page/a.ts')
    one('new Function("a", "b")', 'src/core/issue/a.ts')
    one('eval(text)', 'src/core/issue/a.ts')
    one('html`<p style="color: red"></p>`')
    one('html`<p style=${color}></p>`')
    one('html`<style>p { color: red }</style>`')
    one('html`<button onclick="go()"></button>`')
    one('html`<p .style=${color}></p>`')
    one('html`<p .onclick=${go}></p>`')
    one('html`<x-y .innerHTML=${text}></x-y>`')
    one('html`<link rel="stylesheet" href=${href}>`')
    one('html`<object data=${href}></object>`')
    one('svg`<style>p { color: red }</style>`')
    one('document.createElement("style")', 'src/page/a.ts')
    one('view.document.createElementNS(svg, "script")', 'src/page/a.ts')
    one('document.createElement("iframe")', 'src/page/a.ts')
    one('element.setAttribute("style", "color: red")', 'src/page/a.ts')
    one('element.setAttribute("onclick", text)', 'src/page/a.ts')
    one('setTimeout("go()", 1)', 'src/page/a.ts')
    one('const go = Function("a")', 'src/core/issue/a.ts')
    one('element.setHTML(text)', 'src/page/a.ts')
    one('fetch("/articles")')
    one('localStorage.getItem("a")')
    one('window.indexedDB.open("a")')
    assert.deepEqual(sinkViolations(at('fetch("/issues")', 'src/core/transports/http.ts')), [])
    assert.deepEqual(sinkViolations(at('element.style.setProperty("--a", "b"); desk.search(query)')), [])
  })
})

describe('The docblock is the documentation', () => {
  it('every slot, part, property and event is documented, and every documented one is there', () => {
    assert.deepEqual(docblockViolations(readSources('src/elements')), [])
  })

  const tags = { slot: '@slot foot - Below.', part: '@csspart box - The box.', prop: '@cssprop [--earshot-gap=1px] - The gap.', fires: '@fires {OpenEvent} earshot-open - Opened.' }
  const build = (doc: string, body: string) => new Map([
    ['src/elements/shared/events.ts', `export class OpenEvent extends Event { constructor() { super('earshot-open') } }`],
    ['src/elements/shared/base.ts', 'export class EarshotElement { render() { return html`<slot></slot>` } }'],
    ['src/elements/box/box.ts', `import { EarshotElement } from '../shared/base.ts'\n/**\n * A box.\n * ${doc}\n */\nexport class Box extends EarshotElement { ${body} }`],
  ])
  const body = 'static styles = css`p { gap: var(--earshot-gap) }`; r() { this.dispatchEvent(new OpenEvent()); return html`<p part="box"><slot name="foot"></slot></p>` }'
  const all = Object.values(tags)

  it('holds when both sides agree', () => {
    assert.deepEqual(docblockViolations(build(all.join('\n * '), body)), [])
    assert.deepEqual(docblockViolations(build([...all, '@slot - The fallback.'].join('\n * '), body)), [], 'the base class has the default slot')
  })

  it('is broken by each thing that is not documented', () => {
    for (const tag of all) {
      const violations = docblockViolations(build(all.filter(other => other !== tag).join('\n * '), body))
      assert.equal(violations.length, 1, tag)
      assert.match(violations[0]!, /which is not documented/)
    }
  })

  it('is broken by each thing that is documented and not there', () => {
    const violations = docblockViolations(build(all.join('\n * '), ''))
    assert.equal(violations.length, 4)
    assert.ok(violations.every(text => text.includes('which is not there')), violations.join('\n'))
  })
})
