import type { Desk } from '../../desk/desk.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { loadWords, say } from '../shared/words.ts'

provideAllWords()

// In the launcher's own colours, the other way round.
const newsCss = `[part=launcher][data-news]::after{content:attr(data-news);display:inline-block;box-sizing:border-box;min-width:1.6em;margin-inline-start:10px;padding-inline:.45em;border-radius:99px;background:var(--earshot-on-accent,light-dark(#fff,#06231e));color:var(--_a);font-size:.875em;line-height:1.6;font-variant-numeric:tabular-nums;text-align:center}
@media(forced-colors:active){[part=launcher][data-news]::after{border:1px solid}}`

// More is no news, but a pile.
const most = 99

const dressed = new WeakSet<ShadowRoot>()

/** The number of new answers on the launcher, and in its name; none where nothing is new. To be called whenever the number may have changed. */
export async function showNews(widget: HTMLElement, desk: Desk): Promise<void> {
  const { settings } = desk
  // Without a loader the launcher is drawn by the time its own file is here.
  await Promise.all([loadWords(settings.locale), settings.withoutLauncher ? undefined : import('./launcher.ts')])
  const root = widget.shadowRoot
  const launcher = root?.querySelector<HTMLElement>('[part=launcher]')
  if (!root || !launcher) return
  if (!dressed.has(root)) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(newsCss)
    root.adoptedStyleSheets.push(sheet)
    dressed.add(root)
  }
  // As it is now: several calls may have waited.
  const count = [...(desk.state.unread?.values() ?? [])].reduce((sum, each) => sum + each, 0)
  launcher.toggleAttribute('data-news', count > 0)
  launcher.ariaLabel = count > 0 ? say('launcher.news', { count, help: say('help', undefined, settings) }, settings) : null
  if (count > 0) launcher.dataset['news'] = new Intl.NumberFormat(settings.locale).format(Math.min(count, most)) + (count > most ? '+' : '')
}
