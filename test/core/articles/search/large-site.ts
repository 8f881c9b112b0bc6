import type { Article } from '../../../../src/core/articles/article.ts'

const things = ['lamp', 'kettle', 'clock', 'radio', 'grinder', 'chair', 'table', 'mirror', 'candle', 'basket']
const doings = ['clean', 'repair', 'assemble', 'return', 'register', 'recycle', 'wrap', 'insure', 'store', 'polish']
const places = ['kitchen', 'bathroom', 'garden', 'office', 'workshop', 'cellar']

/** Articles enough for an index in pieces: 600, each about something done to a thing somewhere, with a word of its own. */
export const manyArticles: Article[] = doings.flatMap(doing => things.flatMap(thing => places.map((place, at): Article => ({
  id: `${doing}/${thing}-${place}`, title: `How to ${doing} a ${thing} in the ${place}`, format: 'markdown', locale: 'en', topics: [doing],
  ...(at === 0 && thing === 'lamp' && { pages: [`/${doing}`] }),
  body: `Before you ${doing} the ${thing}, read this carefully. It needs patience, a soft cloth and the number zq${doing.slice(0, 3)}${thing.slice(0, 3)}${at}x. `
    + `Somebody in the ${place} should help you with the ${thing}, because the ${place} has its own conditions, humid or dry.`,
}))))
