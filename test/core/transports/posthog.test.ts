import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { posthog, type PostHogOptions } from '../../../src/core/transports/posthog.ts'
import { issue as plain, refusalOf, signal } from './fixtures.ts'
import { played, troubles, type Exchange } from './exchanges.ts'
import { runKit } from './kit-run.ts'
import { serviceSetup } from './service-setup.ts'

const key = 'phc_publicByDesign123'
const issue: Issue = { ...plain, summary: 'The kettle', topic: 'kettles', rating: { scale: 'csat', value: 2, max: 5 }, environment: { locale: 'de-AT' }, unknown: { kept: true } }
const properties = {
  title: 'The kettle', text: asText(issue), kind: 'problem', topic: 'kettles', language: 'de-AT', rating: 2, scale: 'csat',
  issue, $process_person_profile: false, $geoip_disable: true,
}
const asks: Exchange['asks'] & { body: object } = {
  method: 'POST',
  url: 'https://us.i.posthog.com/i/v0/e/',
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: { api_key: key, event: 'issue sent', uuid: issue.id, distinct_id: issue.id, timestamp: issue.createdAt, properties },
}
const ok = () => Response.json({ status: 'Ok' })

const sent = (answers: Exchange['answers'], { body = {}, options = {}, what = issue }: { body?: object; options?: PostHogOptions; what?: Issue } = {}) => {
  const { fetch } = played({ asks: { ...asks, body: { ...asks.body, ...body } }, answers })
  return posthog(key, { fetch, ...options }).send(what, [], { signal: signal() })
}

describe('an event for PostHog', () => {
  it('says all of the issue, of nobody, under the issue’s own id', async () => {
    const receipt = await sent(ok)
    expect({ ...receipt, acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: issue.id, acceptedAt: '' })
  })

  it('is taken by an older instance, too', async () => {
    expect((await sent(() => Response.json({ status: 1 }))).id).to.equal(issue.id)
  })

  it('never has the token that the site gave its customer', async () => {
    await sent(ok, { what: { ...issue, identity: { token: 'secret' } } })
  })

  it('is somebody’s where the page says whose', async () => {
    await sent(ok, { options: { distinctId: () => 'visitor-7' }, body: { distinct_id: 'visitor-7' } })
    await sent(ok, { options: { distinctId: () => '' } })
  })

  it('has the same UUID each time where the issue’s id is none', async () => {
    const seen: string[] = []
    const fetch: typeof globalThis.fetch = async (_, init) => (seen.push((JSON.parse(init!.body as string) as { uuid: string }).uuid), ok())
    for (const id of [`${issue.id}:1`, `${issue.id}:1`, `${issue.id}:2`]) await posthog(key, { fetch }).send({ ...issue, id }, [], { signal: signal() })
    expect(seen[0]).to.match(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect([seen[1] === seen[0], seen[2] === seen[0]]).to.deep.equal([true, false])
  })

  it('answers a survey, question by question', async () => {
    const survey = { id: '018ed910-3b24-0000-e3fd-d51c59aa74b2', questions: { q1: 'story', q2: 'rating.value', q3: 'outcome' } }
    const answers = {
      $survey_id: survey.id, $survey_submission_id: issue.id, $survey_completed: true,
      $survey_questions: [{ id: 'q1', response: 'It whistles' }, { id: 'q2', response: 2 }],
      $survey_response_q1: 'It whistles', $survey_response_q2: 2,
    }
    await sent(ok, { options: { survey }, body: { event: 'survey sent', properties: { ...properties, ...answers } } })
  })

  it('goes where the project lives, under the name it is to have', async () => {
    const { fetch } = played({ asks: { ...asks, url: 'https://shop.example/ph/i/v0/e/', body: { ...asks.body, event: 'kettle' } }, answers: ok })
    await posthog(key, { fetch, host: 'https://shop.example/ph', event: 'kettle' }).send(issue, [], { signal: signal() })
  })

  it('is refused by its size, never cut', async () => {
    const what = { ...issue, unknown: '"'.repeat(300_000) }
    expect(await refusalOf(sent(ok, { what }))).to.include({ code: 'transport/too-large', retry: 'never' })
  })

  it('is no way for files', async () => {
    const attachments = [{ id: 'a', name: 'a.png', type: 'image/png', size: 1 }]
    expect(await refusalOf(sent(ok, { what: { ...issue, attachments } }))).to.include({ code: 'transport/no-files', retry: 'never' })
  })

  it('waits where the key is wrong, and ends where the event is', async () => {
    const text = (words: string, status: number) => () => new Response(words, { status })
    expect(await refusalOf(sent(text('API key is not valid: empty', 401)))).to.include({ code: 'transport/unauthorized', retry: 'later' })
    expect(await refusalOf(sent(text('failed to parse request', 400)))).to.include({ code: 'transport/refused', retry: 'never' })
  })

  for (const { what, answer, ...expected } of troubles)
    it(`is not done with ${what}`, async () => {
      expect(await refusalOf(sent(answer))).to.include(expected)
    })

  it('says of itself that it may stand there twice for a while, and takes no files', () => {
    expect(posthog(key)).to.include({ duplicates: 'possible', files: false })
  })

  const wrong: [string, () => unknown, string][] = [
    ['a personal key', () => posthog('phx_secret'), 'key'],
    ['a secret key', () => posthog('phs_secret'), 'key'],
    ['no key', () => posthog(''), 'key'],
    ['an event without a name', () => posthog(key, { event: '' }), 'event'],
    ['a survey without an id', () => posthog(key, { survey: { id: '', questions: {} } }), 'survey.id'],
    ['a question that is filled from nowhere', () => posthog(key, { survey: { id: 's', questions: { q: '' } } }), 'survey.questions.q'],
  ]
  for (const [what, make, option] of wrong)
    it(`cannot be made with ${what}, and does not repeat it`, () => {
      expect(make).to.throw().with.deep.include({ code: 'transport/wrong-option', details: { option } })
      expect(make).not.to.throw('secret')
    })
})

describe('the transport kit, run on PostHog', () => {
  runKit(() => serviceSetup(fetch => posthog(key, { fetch }), {
    keep: async asked => {
      const { uuid, properties } = JSON.parse(await asked.text()) as { uuid: string; properties: { issue: Issue } }
      return { id: uuid, story: properties.issue.story!, files: [], issue: properties.issue }
    },
    taken: ok,
    refused: () => new Response('failed to parse request', { status: 400 }),
  }))
})
