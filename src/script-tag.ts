import { fromData } from './core/settings/from-data.ts'
import type { Config } from './desk/config.ts'
import type { Desk } from './desk/desk.ts'
import { createDesk } from './desk/create-desk.ts'
import { browserPage } from './page/browser-page.ts'
import { EarshotHelp } from './elements/help/help.ts'
import { EarshotWidget } from './elements/widget/widget.ts'
import { register } from './elements/roster.ts'

/**
 * What the loader fetches on the first sign of interest: a desk with the page's settings, and the elements.
 */
export async function start(data: Record<string, string | undefined>): Promise<Desk> {
  const { config, ...flat } = data
  const file = config === undefined ? {} : await readConfig(config)
  const desk = createDesk({ ...file, ...fromData(flat) } as Config, { page: browserPage() })
  const name = desk.settings.desk
  // The file has named it: the loader's widget is told, whether it is there already or drawn later.
  if (name !== 'default') {
    data['desk'] = name
    document.querySelector('earshot-widget:not([desk])')?.setAttribute('desk', name)
  }
  register('earshot-help', EarshotHelp)
  register('earshot-widget', EarshotWidget)
  void import('./elements/summon-in.ts').then(({ summonIn }) => summonIn(document, name), () => {})
  return desk
}

async function readConfig(url: string): Promise<Config> {
  try {
    const answer = await fetch(url, { __proto__: null, credentials: 'same-origin', signal: AbortSignal.timeout(8_000) } as RequestInit)
    if (!answer.ok) throw Error(`${answer.status}`)
    return (await answer.json()) as Config
  } catch (error) {
    void import('./core/settings/setting-complaint.ts').then(room => room.warnUnreachable(url, error), () => {})
    return {}
  }
}
