import { answer } from '../staff.ts'
import { beginning, openHelp, openView, search, wholeForm, type Stage } from './stage.ts'

const story = 'The lid springs open.'

/** An article with everything in it that an article can have. */
const rich = {
  id: 'everything', title: 'Everything at once', format: 'markdown', locale: 'en', pages: ['/nowhere'], updatedAt: '2026-10-01', summary: 'Code, pictures, tables.',
  community: true, author: { name: 'Ilse' }, related: ['warranty'],
  body: [
    '## The first part', 'A sentence with `code`, a [link](https://example.org/) and **weight**.', '```sh\nnpx earshot doctor https://shop.example/ --no-send --timeout 30 --json\n```',
    '| Product | Height | Width | Depth | Weight | Cable |\n|---|---|---|---|---|---|\n| Heron desk lamp | 38 | 18 | 52 | 1.9 | 220 |',
    '## The second part', '![A drawing of the Plover](/pictures/plover.svg "The Plover, from the side")', '- [x] Unplug it\n- [ ] Let it cool', '> A word from the workshop.',
    '### A smaller heading', '1. One\n2. Two', '## The third part', 'Done.',
  ].join('\n\n'),
}

async function help(stage: Stage) {
  const { page, url, look, say } = stage
  stage.set({ articles: ['/help/index.json', [rich]] })
  await page.goto(`${url}/products/plover/`)
  await page.getByRole('button', { name: say('help') }).waitFor()
  await look('launcher')
  const panel = await openHelp(stage)
  const back = panel.getByRole('button', { name: say('back') })
  await look('home')
  await search(stage, panel, 'descale')
  await panel.getByRole('button', { name: /^Descal/ }).first().waitFor()
  await look('results')
  await panel.getByRole('button', { name: /^Descal/ }).first().click()
  await panel.getByRole('group', { name: say('article.helpful') }).getByRole('button', { name: say('article.no') }).click()
  await panel.getByRole('button', { name: say('kind.question') }).waitFor()
  await look('article that did not help')
  await back.click()
  await search(stage, panel, 'zyzzyva')
  await panel.getByRole('group', { name: say('gaps.ask') }).waitFor()
  await look('no results, and may it be passed on')
  await panel.getByRole('button', { name: say('person') }).click()
  await panel.getByRole('link', { name: say('people.call', { number: '+49 3834 555 0142' }) }).waitFor()
  await look('people')
  await openView(page, { name: 'article', id: 'everything' })
  await panel.getByRole('heading', { name: 'The third part' }).waitFor()
  await look('article with code, a table and a picture')
  await openView(page, { name: 'requests' })
  await panel.getByText(say('requests.empty')).waitFor()
  await look('requests, none yet')
  await panel.getByRole('button', { name: say('close') }).click()
  await panel.waitFor('gone')
}

async function writing(stage: Stage) {
  const { page, url, look, say, issues } = stage
  let answers: 'nothing' | 'no' | 'yes' = 'nothing'
  stage.intercept(request => {
    if (new URL(request.url).pathname !== '/issues' || request.method !== 'POST' || answers === 'yes') return undefined
    if (answers === 'nothing') return new Response('Out of order', { status: 503 })
    const problem = { title: 'Not like this', status: 422, detail: 'A question needs an order number.' }
    return Response.json(problem, { status: 422, headers: { 'content-type': 'application/problem+json' } })
  })
  await page.goto(`${url}/products/plover/`)
  const panel = await openHelp(stage)
  await panel.getByRole('button', { name: say('kind.problem') }).click()
  await wholeForm(stage, panel)
  await panel.getByRole('button', { name: say('observation.add') }).click()
  await panel.getByRole('textbox', { name: say('observation.label') }).fill('No tape on the box.')
  await panel.getByText(say('enclosed.title')).click()
  await panel.getByText(say('enclosed.page')).waitFor()
  await panel.getByRole('button', { name: say('send') }).click()
  await panel.getByText(say('error.storyMissing')).first().waitFor()
  await look('form with an observation, what is sent, and an error')
  await panel.getByRole('textbox', { name: say('story.problem') }).fill(story)
  await panel.getByRole('button', { name: say('send') }).click()
  await panel.getByRole('heading', { name: say('receipt.kept') }).waitFor()
  await look('receipt, kept')
  await openView(page, { name: 'requests' })
  await panel.getByText(say('queue.count', { count: 1 })).first().waitFor()
  await look('requests, one waiting')
  answers = 'yes'
  await panel.getByRole('button', { name: say('back') }).click()
  await panel.getByRole('heading', { name: say('receipt.accepted') }).waitFor()
  await look('receipt, accepted')
  await answer(url, (await issues())[0]!.id)
  await panel.getByRole('button', { name: say('receipt.done') }).click()
  await openView(page, { name: 'requests' })
  const row = panel.getByRole('button', { name: beginning(story) })
  await page.until('the answer has arrived', async () => (await row.count()) > 0 && (await row.accessibleName()).includes(say('requests.unread', { count: 1 })))
  await row.click()
  await panel.getByText('The pin is in the post.').waitFor()
  await panel.getByRole('textbox', { name: say('reply.label') }).waitFor()
  await look('requests, with a thread')
  await panel.getByRole('button', { name: say('outcome.notSolved') }).click()
  await panel.getByText(say('outcome.sorry')).first().waitFor()
  await look('requests, not solved, and who is next')

  answers = 'no'
  await openView(page, { name: 'form', form: 'question' })
  await panel.getByRole('textbox', { name: say('story.question') }).fill('What is the meaning of the second number on the label?')
  await panel.getByRole('button', { name: say('send') }).click()
  await panel.getByRole('heading', { name: say('receipt.refused') }).waitFor()
  await look('receipt, refused')
  await openView(page, { name: 'requests' })
  await panel.getByRole('button', { name: /^What is the meaning/ }).waitFor()
  await look('requests, one that needs its customer')
}

/** Every view of the panel, and what becomes of what is written in it. */
export async function tourViews(stage: Stage): Promise<void> {
  // A Tuesday on which the workshop is open; then a Sunday.
  await stage.moveTo('2026-11-24T15:00:00Z')
  await help(stage)
  await writing(stage)
  const { page, look, say, moveTo, url } = stage
  stage.intercept(() => undefined)
  await moveTo('2026-11-29T15:00:00Z')
  await page.goto(`${url}/products/plover/`)
  await openHelp(stage)
  await openView(page, { name: 'people' })
  const [opens = ''] = say('people.opensYours', { time: '|' }).split('|')
  await page.getByText(beginning(opens)).first().waitFor()
  await look('people, all of them away')
}
