import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { formbricks, type FormbricksOptions } from '../../../src/core/transports/formbricks.ts'
import { issue as plain, refusalOf, signal } from './fixtures.ts'
import { played, troubles, type Exchange } from './exchanges.ts'
import { runKit } from './kit-run.ts'
import { serviceSetup } from './service-setup.ts'

const [workspace, survey] = ['cm1workspace0000000000001', 'cm1survey0000000000000001']
const questions = { story: 'story', rating: 'rating.value', parts: 'answers.parts', gift: 'answers.gift', all: '$text' }
const issue: Issue = {
  ...plain, rating: { scale: 'csat', value: 2, max: 5 }, answers: { parts: ['lid', 'base'], gift: true },
  subject: { url: 'https://shop.example/kettle' }, identity: { token: 'secret' },
}
const asks: Exchange['asks'] = {
  method: 'POST',
  url: `https://app.formbricks.com/api/v1/client/${workspace}/responses`,
  headers: { accept: 'application/json', 'content-type': 'application/json' },
  body: {
    surveyId: survey, singleUseId: issue.id, finished: true,
    data: { story: 'It whistles', rating: 2, parts: ['lid', 'base'], gift: 'true', all: asText(issue) },
    meta: { source: 'earshot', url: 'https://shop.example/kettle' },
  },
}
const created = () => Response.json({ data: { id: 'cm1response000000000000001' } })
const refused = (status: number, code: string, message: string, details = {}) => () => Response.json({ code, message, details }, { status })

const sent = (answers: Exchange['answers'], what = issue, files: Parameters<ReturnType<typeof formbricks>['send']>[1] = []) => {
  const { fetch } = played({ asks, answers })
  return formbricks(workspace, survey, { questions, fetch }).send(what, files, { signal: signal() })
}

describe('a survey of Formbricks', () => {
  it('is answered as its documentation has it, question by question, and with all of the issue in one of them', async () => {
    const receipt = await sent(created)
    expect({ ...receipt, acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: issue.id, acceptedAt: '' })
  })

  it('says of a repeat that it is there already', async () => {
    const receipt = await sent(refused(409, 'conflict', 'Response already submitted for this single-use link'))
    expect({ ...receipt, acceptedAt: '' }).to.deep.equal({ id: issue.id, reference: issue.id, acceptedAt: '' })
  })

  it('is not believed to have it by a conflict of somebody else’s', async () => {
    for (const answers of [refused(409, 'locked', 'Busy'), () => new Response('', { status: 409 })])
      expect(await refusalOf(sent(answers))).to.include({ code: 'transport/in-progress', retry: 'later' })
  })

  it('says what is wrong in its own words', async () => {
    const details = { 'response.data.rating': 'Please enter a number' }
    expect(await refusalOf(sent(refused(400, 'bad_request', 'Validation failed', details)))).to.include({
      code: 'transport/refused', retry: 'never', status: 400, detail: 'Validation failed: response.data.rating: Please enter a number',
    })
    expect(await refusalOf(sent(refused(403, 'forbidden', 'Survey is not accepting submissions')))).to.include({ retry: 'later', detail: 'Survey is not accepting submissions' })
    expect(await refusalOf(sent(refused(413, 'payload_too_large', 'Payload Too Large')))).to.include({ code: 'transport/too-large', retry: 'never' })
    expect(await refusalOf(sent(refused(429, 'too_many_requests', 'Maximum number of requests reached.')))).to.include({ code: 'transport/busy', retry: 'later' })
  })

  for (const { what, answer, ...expected } of troubles)
    it(`is not done with ${what}`, async () => {
      expect(await refusalOf(sent(answer))).to.include(expected)
    })

  it('gets no issue without its files', async () => {
    const attachments = [{ id: 'a', name: 'a.png', type: 'image/png', size: 1 }]
    const files = [{ ...attachments[0]!, bytes: new ArrayBuffer(1) }]
    expect(await refusalOf(sent(created, { ...issue, attachments }, files))).to.include({ code: 'transport/no-files', retry: 'never' })
    expect(await refusalOf(sent(created, { ...issue, attachments }))).to.include({ code: 'transport/no-files', retry: 'never' })
  })

  it('may live on an instance of one’s own', async () => {
    const { fetch } = played({ asks: { ...asks, url: `https://forms.example/in/api/v1/client/${workspace}/responses` }, answers: created })
    await formbricks(workspace, survey, { questions, fetch, host: 'https://forms.example/in/' }).send(issue, [], { signal: signal() })
  })

  const wrong: [string, () => unknown, string][] = [
    ['no environment', () => formbricks('', survey, { questions }), 'environmentId'],
    ['a survey’s address', () => formbricks(workspace, 'https://app.formbricks.com/s/1', { questions }), 'surveyId'],
    ['no options', () => formbricks(workspace, survey, undefined as unknown as FormbricksOptions), 'options'],
    ['no questions', () => formbricks(workspace, survey, {} as FormbricksOptions), 'questions'],
    ['no question for the whole issue', () => formbricks(workspace, survey, { questions: { story: 'story' } }), 'questions'],
    ['a path that is none', () => formbricks(workspace, survey, { questions: { all: '$text', x: '' } }), 'questions.x'],
  ]
  for (const [what, make, option] of wrong)
    it(`cannot be made with ${what}`, () => {
      expect(make).to.throw().with.deep.include({ code: 'transport/wrong-option', details: { option } })
    })
})

describe('the transport kit, run on Formbricks', () => {
  runKit(() => {
    const known = new Set<string>()
    let again = false
    return serviceSetup(fetch => formbricks(workspace, survey, { questions, fetch }), {
      keep: async asked => {
        const { singleUseId: id, data } = JSON.parse(await asked.text()) as { singleUseId: string; data: { story: string } }
        again = known.has(id)
        known.add(id)
        return { id, story: data.story, files: [] }
      },
      taken: () => (again ? refused(409, 'conflict', 'Response already submitted for this single-use link') : created)(),
      refused: refused(400, 'bad_request', 'Validation failed'),
    })
  })
})
