import { html, nothing } from 'lit'
import { address } from './address.ts'

/** The picture of a person or a team, over the initials that stay where there is none. Needs `faceStyles`; says nothing: the name stands beside it. */
export function face(name: string, avatar: string | undefined) {
  const src = address(avatar)
  const gone = (event: Event) => ((event.target as HTMLImageElement).hidden = true)
  return html`<span class="face" aria-hidden="true"
    >${initials(name)}${src ? html`<img alt="" width="36" height="36" loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${src} @error=${gone} />` : nothing}</span
  >`
}

const initials = (name: string) => name.trim().split(/\s+/).slice(0, 2).map(word => [...word][0]?.toLocaleUpperCase() ?? '').join('')
