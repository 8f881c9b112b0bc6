import { html, nothing } from 'lit'
import type { Diagnostics } from '../../core/issue/issue.ts'
import type { Say } from '../shared/say.ts'

interface Told { message?: unknown; where?: unknown; url?: unknown; status?: unknown; count?: unknown }

/** A box to tick, and once it is ticked, what goes along because of it. */
export function diagnosticsBox(isTicked: boolean, found: Diagnostics | undefined, tick: (isTicked: boolean) => void, say: Say) {
  return html`<div class="diagnostics">
    <label class="tick">
      <input type="checkbox" .checked=${isTicked} @change=${({ target }: Event) => tick((target as HTMLInputElement).checked)} />
      ${say('diagnostics.label')}
    </label>
    ${isTicked && found ? list(found, say) : nothing}
  </div>`
}

function list({ errors = [], requests = [], versions = {} }: Diagnostics, say: Say) {
  const lines = [...(errors as Told[]), ...(requests as Told[])].map(({ message, where, url, status, count }) =>
    [message, status, url, where, count && `× ${count}`].filter(Boolean).join(' '),
  )
  const own = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  return html`${lines.length ? nothing : html`<p class="hint">${say('diagnostics.none')}</p>`}
    <ul tabindex="0" aria-label=${say('diagnostics.list')}>
      ${[...lines, ...own].map(line => html`<li><bdi dir="ltr">${line}</bdi></li>`)}
    </ul>`
}
