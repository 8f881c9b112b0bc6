import type { Desk } from '../../../desk/desk.ts'
import { compactStyles } from './compact.styles.ts'
import { fitAccent } from './fit-accent.ts'
import { themeProblems } from './theme-problems.ts'
import { watchPage } from './watch-page.ts'

/**
 * What an element needs once its page, or its settings, say how it is to look: tells what is wrong with that, mends what could not
 * be read, and draws closer what is to be. Again whenever the page says something else, as a switch of themes does.
 * @param decisive the tokens that the page may say from outside; the radius is the last.
 */
export function dress(host: HTMLElement, desk: Desk, decisive: readonly string[]): void {
  const tell = (problem: Parameters<Desk['warn']>[0]) => void desk.warn(problem).catch(() => {})
  for (const { key, ...problem } of themeProblems(desk.settings.theme)) {
    host.style.removeProperty(key === 'scheme' ? 'color-scheme' : `--earshot-${key}`)
    tell(problem)
  }
  let said: string | undefined
  const look = () => {
    const now = getComputedStyle(host)
    const says = decisive.map(token => now.getPropertyValue(`--earshot-${token}`).trim())
    if (said === (said = says.join('|'))) return
    // `calc()` knows no zero without a unit.
    if (says.at(-1) === '0') host.style.setProperty('--earshot-radius', '0px')
    fitAccent(host, tell)
    fitDensity(host.shadowRoot!, now.getPropertyValue('--earshot-density').trim() === 'compact')
  }
  look()
  watchPage(host, look)
}

function fitDensity(root: ShadowRoot, isCompact: boolean) {
  const sheet = compactStyles.styleSheet!
  const others = root.adoptedStyleSheets.filter(other => other !== sheet)
  root.adoptedStyleSheets = isCompact ? [...others, sheet] : others
}
