import { provideSummon } from './shared/summon.ts'

type Fetch = () => Promise<{ readonly [name: string]: unknown }>

/** The only list of tags: each is fetched when it is needed. */
export const roster: Readonly<Record<string, Fetch>> = {
  'earshot-widget': () => import('./widget/widget.ts'),
  'earshot-help': () => import('./help/help.ts'),
  'earshot-article': () => import('./article/article.ts'),
  'earshot-feedback': () => import('./feedback/feedback.ts'),
  'earshot-receipt': () => import('./receipt/receipt.ts'),
  'earshot-rating': () => import('./rating/rating.ts'),
  'earshot-people': () => import('./people/people.ts'),
  'earshot-requests': () => import('./requests/requests.ts'),
  'earshot-annotate': () => import('./annotate/annotate.ts'),
}

/** Fetches and defines one element, once. A tag that is taken already is left to whoever has it. */
export async function summonElement(tag: string): Promise<void> {
  if (!Object.hasOwn(roster, tag) || customElements.get(tag)) return
  const module = await roster[tag]!()
  // `earshot-help` is the class `EarshotHelp`.
  const name = tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
  register(tag, module[name] as CustomElementConstructor)
}

/** Defines an element, unless another copy of Earshot was first: then this one stands down. */
export function register(tag: string, constructor: CustomElementConstructor) {
  if (!customElements.get(tag)) customElements.define(tag, constructor)
}

provideSummon(summonElement)
