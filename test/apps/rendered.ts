import { join } from 'node:path'
import { root } from '../house/laws/sources.ts'

/** Every element as Lit's own tools render it on a server, with a link inside. The built package is what is rendered. */
export async function rendered(): Promise<string> {
  const [{ render }, { collectResult }, { html }] = await Promise.all([
    import('@lit-labs/ssr'), import('@lit-labs/ssr/lib/render-result.js'), import('lit'),
  ])
  for (const name of ['widget', 'help', 'article', 'feedback', 'rating', 'people', 'requests', 'receipt', 'annotate']) {
    await import(join(root, 'dist', 'elements', `${name}.js`))
  }
  const fallback = html`<a href="/help">Help</a>`
  return collectResult(render(html`<earshot-widget>${fallback}</earshot-widget><earshot-help>${fallback}</earshot-help>
    <earshot-article article="a">${fallback}</earshot-article><earshot-feedback form="idea">${fallback}</earshot-feedback>
    <earshot-rating>${fallback}</earshot-rating><earshot-people>${fallback}</earshot-people><earshot-requests>${fallback}</earshot-requests>
    <earshot-receipt issue="i">${fallback}</earshot-receipt><earshot-annotate>${fallback}</earshot-annotate>`))
}
