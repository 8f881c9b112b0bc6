import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// Strict on purpose: no inline code, no eval, no strings into sinks. The driver must see and act all the same.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"

const script = `
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
class Inner extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' })
    const status = make('p', { role: 'status' })
    const field = make('textarea', { id: 'story' })
    const pick = make('select', { 'aria-label': 'Topic' }, make('option', { value: 'a' }, 'Delivery'), make('option', { value: 'b' }, 'Payment'))
    const button = make('button', {}, make('slot', {}, 'Fallback'))
    button.addEventListener('click', event => { status.textContent = 'Said: ' + field.value + (event.isTrusted ? ' (by hand)' : '') })
    const tick = make('input', { type: 'checkbox', id: 'tick' })
    root.append(make('h2', {}, 'Inside'), make('label', { for: 'story' }, 'What happened?'), field, pick, button,
      make('label', { for: 'tick' }, 'Also send the page'), tick, status)
  }
}
class Outer extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' })
    const inner = make('x-inner', {}, 'Send ', make('b', {}, 'it'))
    root.append(make('section', { 'aria-label': 'Outer' }, inner, make('slot')))
  }
}
customElements.define('x-inner', Inner)
customElements.define('x-outer', Outer)
document.querySelector('#late').addEventListener('click', () => setTimeout(() => {
  document.body.append(make('button', { id: 'arrived' }, 'Arrived late'))
}, 300))
document.querySelector('#keep').addEventListener('click', () => localStorage.setItem('kept', 'yes'))
const visits = document.querySelector('#visits')
visits.textContent = localStorage.getItem('kept') ? 'Seen before' : 'First visit'
`

const styles = `
.cover { position: fixed; inset: 0 0 auto 0; height: 80px; background: white }
.under { position: fixed; top: 10px; left: 10px }
.far { margin-top: 3000px }
[hidden], .gone { display: none }
`

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sample</title>
<link rel="stylesheet" href="/style.css"></head><body>
<button class="under">Under</button><div class="cover"></div><p>&nbsp;</p><p>&nbsp;</p><p>&nbsp;</p>
<h1>Sample</h1><p id="visits"></p>
<button id="late">Bring one</button> <button id="keep">Keep</button>
<button hidden>Hidden</button><button class="gone">Hidden</button><div aria-hidden="true"><button>Hidden</button></div><div inert><button>Hidden</button></div>
<button>Twin</button><button>Twin</button>
<input type="search" aria-label="Search for help">
<x-outer><a href="/other">Elsewhere</a></x-outer>
<button class="far">Far below</button>
<script type="module" src="/script.js"></script></body></html>`

const files: Record<string, { type: string; body: string }> = {
  '/': { type: 'text/html', body: html },
  '/script.js': { type: 'text/javascript', body: script },
  '/style.css': { type: 'text/css', body: styles },
  '/other': { type: 'text/html', body: '<!doctype html><title>Other</title><h1>Another page</h1>' },
}

/** A page with nested shadow roots under a strict policy, to try the driver on. */
export async function serveSamplePage(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const file = files[request.url ?? '/']
    response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': policy })
    response.end(file?.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
