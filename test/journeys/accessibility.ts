import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from './driver/page.ts'

interface Axe {
  run(context: object, options: object): Promise<{ violations: { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] }[] }>
}

let source: string | undefined

/**
 * What axe finds wrong on the page as it is now, one line a place, shadow roots included; an empty list when it finds nothing.
 * @param within a selector; default: the whole page.
 * @param rules only these; default: all there are for WCAG 2.2 A and AA, and good practice.
 */
export async function accessibilityProblems(page: Page, within?: string, rules?: readonly string[]): Promise<string[]> {
  source ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScript(source)
  return page.evaluate(async (selector: string | null, rules: readonly string[] | null) => {
    // What is still fading in has not its colours yet.
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] =>
      [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))]
    // WebKit tells those of a shadow root only to who asks that root.
    const running = () => roots(document).flatMap(root => root.getAnimations())
    await new Promise(requestAnimationFrame)
    await Promise.all(running().map(({ finished }) => finished.catch(() => {})))
    const { axe } = globalThis as unknown as { axe: Axe }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // A page's widget is no region of the page, and need not be one.
    const options = { runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }, rules: { region: { enabled: false } }, resultTypes: ['violations'] }
    const { violations } = await axe.run(selector ? document.querySelector(selector)! : document, options)

    /** Axe knows no top layer: to it, what lies under a modal dialog covers what is in it. Whether it does, the browser knows. */
    const isReached = (path: readonly string[]) => {
      const root = path.slice(0, -1).reduce<Document | ShadowRoot>((at, host) => at.querySelector(host)!.shadowRoot!, document)
      const element = root.querySelector(path.at(-1)!)!
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const places = [left + 3, (left + right) / 2, right - 3].flatMap(x => [top + 3, (top + bottom) / 2, bottom - 3].map(y => [x, y] as const))
      return right - left >= 24 && bottom - top >= 24 && places.every(([x, y]) => element.contains(root.elementFromPoint(x, y)))
    }
    return violations.flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ target }) => id !== 'target-size' || !isReached((target as unknown[]).flat() as string[]))
        .map(({ target, failureSummary }) => `${id}: ${help} at ${JSON.stringify(target)} ${failureSummary ?? ''}`))
  }, within ?? null, rules ?? null)
}
