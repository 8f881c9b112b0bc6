import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'

/** What the articles of the journey are called: as far as it is known on the page, else looked up, which does not count as reading. */
export async function articleTitles(desk: Desk, state: DeskState, before: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const { suggestions, search, reader, journey } = state
  const here = [...suggestions, ...search.results, ...(reader?.article ? [reader.article] : [])]
  const titles = new Map([...before, ...here.map(({ id, title }) => [id, title] as const)])
  const related = (journey.articles ?? []).map(({ id }) => id).filter(id => !titles.has(id))
  if (!related.length) return titles
  const found = await desk.related({ id: '', title: '', body: '', format: 'markdown', related })
  return new Map([...titles, ...found.map(({ id, title }) => [id, title] as const)])
}
