// @ts-check
import { el } from '../../inbox/dom.js'
import { asText, idOf, listButtons, problemOf, radios, textField, tick } from '../fields.js'
import { say } from '../say.js'
import { current, set } from '../store.js'

const demo = '/help/index.json'

/** @param {unknown} articles */
const kindOf = articles => (articles === undefined ? 'none' : articles === demo ? 'demo' : Array.isArray(articles) ? 'typed' : 'address')

/** @param {string} title @param {any[]} others */
function idFor(title, others) {
  const id = title.toLowerCase().normalize('NFKD').replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'article'
  const isTaken = (/** @type {string} */ wanted) => others.some(other => other?.id === wanted)
  let free = id
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`
  return free
}

const first = { id: 'opening-hours', title: 'When are you there?', body: 'Monday to Friday, **9 to 17**. Write at any time.', format: 'markdown' }

/** @param {any} article @param {number} index @param {any[]} all */
function typed(article, index, all) {
  const path = `/articles/${index}`
  const name = asText(article?.title) || `Article ${index + 1}`
  return el('fieldset', { class: 'item' }, el('legend', {}, `Article ${index + 1}`),
    textField({ path: `${path}/title`, label: 'Title', write: title => set(path, { ...article, title: title ?? '', id: idFor(title ?? '', all.toSpliced(index, 1)) }) }),
    textField({ path: `${path}/body`, label: 'Text, in Markdown', lines: 4 }),
    problemOf(path),
    listButtons(all, index, name, (list, sentence) => (set('/articles', list, { anew: true }), say(sentence))))
}

/** @param {import('../lists.js').Lists} lists @returns {import('../choices.js').Part} */
export const articles = lists => ({
  title: 'Articles',
  short: ({ config: { articles } }) => ({ none: 'none', demo: 'those of the demo', typed: `${articles?.length} typed here`, address: 'your index' })[kindOf(articles)],
  draw() {
    const given = current().config['articles']
    const kind = kindOf(given)
    const begin = { demo, none: undefined, address: '', typed: [first] }
    return [
      radios({
        name: 'articles', legend: 'Where they come from', value: kind, write: value => set('/articles', begin[/** @type {keyof typeof begin} */ (value)], { anew: true }),
        options: [['demo', `The demo’s ${lists.articles}`], ['none', 'None: only a form and people'], ['address', 'The index of my articles'], ['typed', 'Some that I type here']],
      }),
      kind === 'address' && textField({
        path: '/articles', label: 'Address of the index', placeholder: 'https://shop.example/help/index.json', write: value => set('/articles', value ?? ''),
        hint: '“npx earshot index” makes it from a folder. The preview fetches nothing from elsewhere: it shows the demo’s articles instead.',
      }),
      ...(kind === 'typed' ? given.slice(0, 30).map(typed) : []),
      kind === 'typed' && el('button', { type: 'button', class: 'quiet', id: idOf('/button/add-article'), onclick: () => {
        set('/articles', [...given, { id: idFor('', given), title: '', body: '', format: 'markdown' }], { anew: true })
        document.getElementById(idOf(`/articles/${given.length}/title`))?.focus()
      } }, 'Add an article'),
      tick({ path: '/suggest', label: 'Offer articles for the page before anything was typed', usual: true }),
      kind !== 'address' && problemOf('/articles'),
    ]
  },
})
