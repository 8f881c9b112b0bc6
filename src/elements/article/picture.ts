import { html, nothing } from 'lit'
import type { Picture } from '../../core/articles/document.ts'
import type { Reader } from './reader.ts'

/** A picture as it stands in the text: fetched when it comes near, its room kept where its size is known. */
export function renderPicture({ src, alt, title, width, height }: Picture) {
  return html`<img
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    alt=${alt}
    title=${title ?? nothing}
    width=${width ?? nothing}
    height=${height ?? nothing}
    src=${src}
  />`
}

/** In CSS pixels; what is less wide is a sign in the text, with nothing in it to be seen closer. */
export const smallestToEnlarge = 100

/** A picture that stands alone, with a button over it that shows it large. */
export function enlargeable(picture: unknown, alt: string, { say, enlarge }: Reader) {
  const press = (event: Event) => {
    const frame = (event.currentTarget as HTMLElement).parentElement
    const shown = frame?.querySelector('img')
    if (shown) enlarge(shown)
  }
  return html`<span class="picture"
    >${picture}<button
      class="enlarge"
      type="button"
      aria-haspopup="dialog"
      aria-label=${alt ? say('article.enlargeNamed', { text: alt }) : say('article.enlarge')}
      @click=${press}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M8 3H3v5M12 3h5v5M8 17H3v-5M12 17h5v-5" /></svg></button
  ></span>`
}
