import { expect } from '@open-wc/testing'
import type { Article, PageInfo } from '../../src/core/articles/article.ts'
import type { Source } from '../../src/core/articles/source.ts'
import { pageInfo } from '../../src/desk/page-info.ts'
import { storyMatches } from '../../src/desk/story-matches.ts'
import type { Settings } from '../../src/desk/config.ts'
import type { PageReading } from '../../src/desk/page.ts'
import { deskFor, until } from './desk-fixtures.ts'

const reading = (info: PageInfo): PageReading => ({ subject: () => ({ url: info.url }), environment: () => ({}), about: () => info })
const settings = (topics: Settings['topics']) => ({ topics }) as Settings

describe('What sources are told of a page', () => {
  it('is what it says of itself, and the topics that the settings put it under, by id and by name', () => {
    const topics = [{ id: 'returns', label: 'Returns', pages: ['/orders/*'] }, { id: 'care', label: 'Care' }, { id: 'shop', label: 'Shop', pages: 'wrong' as unknown as string[] }]
    expect(pageInfo(reading({ url: 'https://shop.example/orders/7', title: 'Order' }), settings(topics))).to.deep.equal({
      url: 'https://shop.example/orders/7', title: 'Order', topics: ['returns', 'Returns'],
    })
    expect(pageInfo(reading({ url: 'https://shop.example/', topics: ['Care', 'wood'] }), settings(topics)).topics).to.deep.equal(['Care', 'wood', 'care'])
    expect(pageInfo({ subject: () => ({ url: 'https://shop.example/', product: { name: 'Reed' } }), environment: () => ({}) }, settings([]))).to.deep.equal({ url: 'https://shop.example/', product: { name: 'Reed' } })
  })
})

describe('Suggestions', () => {
  const articles: Article[] = [
    { id: 'returns', title: 'Returning a lamp', body: 'Send it.', format: 'markdown', topics: ['Returns'] },
    { id: 'care', title: 'Care for wood', body: 'Oil it.', format: 'markdown', topics: ['care'] },
  ]

  it('come by the topic a page declares, with a reason', async () => {
    const { desk, page } = deskFor({ articles, topics: [{ id: 'care', label: 'Care' }] })
    page.reading = async () => reading({ url: 'https://shop.example/wood', topics: ['Care'] })
    const [first] = await desk.suggest()
    expect(first!.id).to.equal('care')
    expect(first!.reason).to.contain('topic "care"')
    desk.dispose()
  })

  it('are looked for again when the panel opens on another page of an app that never loads anew', async () => {
    let at = 'https://shop.example/a'
    let asked = 0
    const source: Source = {
      search: async () => [],
      read: () => Promise.reject(new Error('none')),
      suggest: async ({ url }) => (asked++, [{ id: url, title: url, excerpt: { text: '', marks: [] }, source: 'fake', score: 1, reason: 'it is' }]),
    }
    const { desk, page } = deskFor({ articles: source })
    page.reading = async () => ({ subject: () => ({ url: at }), environment: () => ({}) })
    await desk.suggest()
    desk.open()
    desk.close()
    desk.open()
    expect(asked).to.equal(1)
    desk.close()
    at = 'https://shop.example/b'
    desk.open()
    await until(desk, ({ suggestions }) => suggestions[0]?.id === 'https://shop.example/b')
    expect(asked).to.equal(2)
    desk.dispose()
  })
})

describe('Articles beside a story', () => {
  const result = (id: string, score: number, text = '', ...marked: string[]) => ({
    id, title: id, source: 'fake', score,
    excerpt: { text, marks: marked.map(word => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })) },
  })
  const story = 'The kettle whistles although there is hardly any water inside'

  it('are those that come near the best and have more in common with it than a word', () => {
    const found = [
      result('Your kettle whistles', 9, 'Fill in more water', 'water'),
      result('Imprint', 8, 'There is an office inside', 'inside'),
      result('Kettle', 1, 'water inside', 'water', 'inside'),
      result('What whistles', 7),
    ]
    expect(storyMatches(story, found).map(({ id }) => id)).to.deep.equal(['Your kettle whistles', 'What whistles'])
  })

  it('may have one word in common where the story has few', () => {
    expect(storyMatches('My parcel', [result('Where is my parcel?', 1, 'A parcel takes two days', 'parcel')])).to.have.length(1)
    expect(storyMatches('包裹在哪里', [result('包裹', 1, '你的包裹在路上', '包裹')])).to.have.length(1)
    expect(storyMatches('anything', [])).to.deep.equal([])
  })
})
