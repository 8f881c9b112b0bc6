import { html } from 'lit'
import type { Reader } from './reader.ts'

/** Code that scrolls inside itself, with a button that copies it. */
export function renderCode(text: unknown, reader: Reader) {
  const { say } = reader
  return html`<div class="code">
    <pre tabindex="0" role="group" aria-label=${say('article.code')} dir="ltr"><code>${text}</code></pre>
    <button class="copy" type="button" @click=${(event: Event) => copy(event.currentTarget as HTMLElement, reader)}>
      <span>${say('article.copy')}</span><span>${say('article.copied')}</span>
    </button>
  </div>`
}

async function copy(button: HTMLElement, { say, announce }: Reader) {
  const code = button.parentElement!.querySelector('code')!
  try {
    // Not there at all on plain http, refused in frames without the permission.
    await navigator.clipboard.writeText(code.textContent!)
    button.dataset.copied = ''
    announce(say('article.copied'))
  } catch {
    getSelection()?.selectAllChildren(code)
    announce(say('article.selected'))
  }
}
