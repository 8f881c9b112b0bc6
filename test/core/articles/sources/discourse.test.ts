import { expect } from '@open-wc/testing'
import { http } from 'msw'
import { discourse } from '../../../../src/core/articles/sources/discourse.ts'
import { sourcePromises } from '../../../../src/testing/source-kit.ts'
import { asJson, docs, known, matching, options, playing, type Doc } from './service.ts'
import { servicePromises } from './service-promises.ts'

const host = 'forum.example'
const at = `https://${host}/community`
const make = () => discourse({ url: at })

// As a Discourse answers: docs.discourse.org, and its serializers for posts, topics and accepted answers.
const topicOf = ({ id, title }: Doc) => ({ id: Number(id), title, fancy_title: title, slug: 'a-topic', posts_count: 3, category_id: 5, tags: ['lamps'], has_accepted_answer: true })
const postIn = ({ id, body }: Doc) => ({
  id: Number(id) + 1000, name: 'Ada Lovelace', username: 'ada', avatar_template: '/user_avatar/forum.example/ada/{size}/2.png', created_at: '2026-01-01T00:00:00.000Z',
  like_count: 2, blurb: `${body}...`, post_number: 1, topic_id: Number(id),
})
const answer = (found: Doc[]) => ({ posts: found.map(postIn), topics: found.map(topicOf), users: [], categories: [], tags: [], grouped_search_result: { more_posts: null, term: '', post_ids: [] } })
const postNumber = (number: number, username: string, cooked: string, more = {}) =>
  ({ id: 2000 + number, post_number: number, username, name: '', avatar_template: `https://avatars.example/${username}/{size}.png`, cooked, updated_at: '2026-02-01T00:00:00.000Z', ...more })
const topic = (doc: Doc, posts: unknown[], more = {}) => ({ ...topicOf(doc), post_stream: { posts, stream: [] }, ...more })

const service = playing(
  http.get(`${at}/search.json`, ({ request }) => asJson(answer(matching(new URL(request.url).searchParams.get('q') ?? '')))),
  http.get(`${at}/t/:file`, ({ params }) => {
    const doc = docs.find(({ id }) => params.file === `${id}.json`)
    if (!doc) return asJson({ errors: ['The requested URL or resource could not be found.'], error_type: 'not_found' }, 404)
    return asJson(topic(doc, [postNumber(1, 'ada', `<p>${doc.body}</p>`), postNumber(2, 'grace', '<p>Me too.</p>')]))
  }),
)

describe('discourse', () => {
  for (const { title, run } of sourcePromises(() => ({ source: make(), articles: known }))) it(title, run)

  const titled = (title: string) => ({ ...topicOf(docs[1]!), title })
  servicePromises({
    source: make, name: 'discourse', host, pattern: /forum\.example/, id: '101',
    list: items => ({ posts: items.flatMap(item => [postIn(docs[1]!), item]), topics: [...items, ...(items.length === 1 ? [] : [topicOf(docs[1]!)])] }),
    good: postIn(docs[1]!), titled,
  }, service)

  it('marks its answers as written by customers, with who wrote them and where they stand', async () => {
    const [found] = await make().search('refund', options())
    expect(found).to.deep.include({
      id: '102', community: true, author: { name: 'Ada Lovelace', avatar: `https://${host}/user_avatar/forum.example/ada/96/2.png` },
      url: `${at}/t/a-topic/102`, topics: ['lamps'], source: 'discourse',
    })
    expect(found?.excerpt.marks.map(({ start, end }) => found.excerpt.text.slice(start, end))).to.deep.equal(['refund'])
  })

  it('looks in the one category the owner names', async () => {
    await discourse({ url: at, category: 'support:lamps' }).search('refund', options())
    expect(new URL(service.requests[0]?.url ?? '').searchParams.get('q')).to.equal('refund #support:lamps')
  })

  it('finds nothing where Discourse calls the words too few', async () => {
    service.instead(http.get(`${at}/search.json`, () => asJson({ errors: ['too short'], error_type: 'invalid_parameters' }, 400)))
    expect(await make().search('a', options())).to.deep.equal([])
  })

  const answered = postNumber(31, 'grace', '<p>Tighten the bulb.</p>')
  const read = async (posts: unknown[], more = {}) => {
    service.instead(http.get(`${at}/t/103.json`, () => asJson(topic(docs[2]!, posts, more))), http.get(`${at}/t/103/31.json`, () => asJson(topic(docs[2]!, [answered]))))
    return make().read('103', options())
  }

  it('reads the accepted answer alone, by whoever wrote it, in every shape it is told in', async () => {
    const question = postNumber(1, 'ada', '<p>Why?</p>')
    for (const [posts, more] of [
      [[question, { ...answered, accepted_answer: true }], {}],
      [[question, answered], { accepted_answer: { post_number: 31, username: 'grace', excerpt: 'Tighten' } }],
      [[question, answered], { accepted_answers: [{ post_number: 31, username: 'grace' }] }],
      [[question], { accepted_answer: { post_number: 31 } }],
    ] as [unknown[], object][]) {
      expect(await read(posts, more)).to.deep.equal({
        id: '103', title: docs[2]?.title, body: '<p>Tighten the bulb.</p>', format: 'html', community: true, url: `${at}/t/a-topic/103`,
        author: { name: 'grace', avatar: 'https://avatars.example/grace/96.png' }, updatedAt: '2026-02-01T00:00:00.000Z', topics: ['lamps'],
      })
    }
  })

  it('reads the question and what was said first where nothing is accepted, each under its author', async () => {
    const posts = ['ada', '<b>x</b>', 'grace', 'eve', 'late'].map((name, index) => postNumber(index + 1, name, `<p>${index}</p>`))
    const { body, author } = await read(posts)
    expect(author?.name).to.equal('ada')
    expect(body).to.equal('<p>0</p>\n<hr><p><strong>&lt;b&gt;x&lt;/b&gt;</strong></p><p>1</p>\n<hr><p><strong>grace</strong></p><p>2</p>\n<hr><p><strong>eve</strong></p><p>3</p>')
  })
})
