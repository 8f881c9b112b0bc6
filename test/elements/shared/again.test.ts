import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { EarshotReceipt } from '../../../src/elements/receipt/receipt.ts'
import type { EarshotRequests } from '../../../src/elements/requests/requests.ts'
import { refusal, seen, soon, stage, type as write } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'

const file = (id: string, name: string, byte: number): Attachment => ({ id, name, type: 'text/plain', size: 3, field: 'files', bytes: new Uint8Array(3).fill(byte).buffer })
const files = () => [file('f1', 'bill.txt', 1), file('f2', 'letter.txt', 2)]

/** A problem with two files was sent and refused, and its receipt is shown. `refused`: what the backend said of it. */
async function refused(said: Parameters<typeof refusal>[0], config: Config = {}) {
  const staged = await stage<EarshotReceipt>('earshot-receipt', {}, config)
  const { desk, world, element } = staged
  const sent: { issue: Issue; files: readonly Attachment[] }[] = []
  let takes = false
  world.transport.send = async (issue, attachments) => {
    sent.push({ issue, files: attachments })
    if (!takes) throw refusal(said)
    return world.receiptFor(issue)
  }
  const { id } = await desk.submit({ kind: 'problem', form: 'problem', story: 'The bill is wrong.', attachments: files() })
  element.issue = id
  await find(element, 'heading', 'Not sent yet')
  return { ...staged, id, sent, mend: () => void (takes = true) }
}

describe('"Change and send again"', () => {
  it('brings the files back with the words, to be taken out one by one, and sends those that are left', async () => {
    const { element, id, sent, mend } = await refused({ status: 413 })
    ;(await find(element, 'button', 'Change and send again')).click()
    ;(await find(element, 'button', 'Remove bill.txt')).click()
    await soon(() => !byRole(element, 'button').some(({ ariaLabel }) => ariaLabel === 'Remove bill.txt'), 'the one taken out gone')
    await find(element, 'button', 'Remove letter.txt')
    mend()
    ;(await find(element, 'button', 'Send')).click()
    await find(element, 'heading', 'We have it')
    const last = sent.at(-1)!
    expect(last.issue).to.include({ story: 'The bill is wrong.', replaces: id })
    expect(last.files.map(({ name, field }) => [name, field])).to.deep.equal([['letter.txt', 'files']])
    expect([...new Uint8Array(last.files[0]!.bytes)], 'its bytes are the same').to.deep.equal([2, 2, 2])
  })

  it('says beside the files what was said of one of them, until that is taken out', async () => {
    const { element } = await refused({ status: 422, detail: 'That letter is empty', pointer: '/attachments/1' })
    ;(await find(element, 'button', 'Change and send again')).click()
    const remove = await find(element, 'button', 'Remove letter.txt')
    await soon(() => seen(element).includes('That letter is empty'), 'what the backend said')
    remove.click()
    await soon(() => !seen(element).includes('That letter is empty'), 'it gone with the file')
  })

  it('keeps what was begun in the form meanwhile, and offers it again once the other has gone', async () => {
    const { element, desk, id, mend } = await refused({ status: 422, detail: 'Too vague' })
    desk.edit('problem', { story: 'The lamp flickers as well', attachments: [file('f3', 'lamp.txt', 3)] })
    ;(await find(element, 'button', 'Change and send again')).click()
    const field = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    expect(field.value).to.equal('The bill is wrong.')
    write(field, 'The bill of May is wrong.')
    mend()
    ;(await find(element, 'button', 'Send')).click()
    await find(element, 'heading', 'We have it')
    expect((await desk.requests()).map(({ issue: { story, replaces } }) => [story, replaces])).to.deep.equal([['The bill of May is wrong.', id]])

    const form = await stage<EarshotFeedback>('earshot-feedback')
    form.element.desk = desk
    await soon(() => seen(form.element).includes('You began this on “Lamp”.'), 'that something was begun')
    ;(await find(form.element, 'button', 'Go on with it')).click()
    await soon(() => ((byRole(form.element, 'textbox')[0] as HTMLTextAreaElement | undefined)?.value) === 'The lamp flickers as well', 'what was begun, as it was')
    await find(form.element, 'button', 'Remove lamp.txt')
    expect([...new Uint8Array(desk.state.drafts.get('problem')!.attachments![0]!.bytes)]).to.deep.equal([3, 3, 3])
  })

  it('goes on with a correction that was begun, and does not begin it anew', async () => {
    const { desk, id } = await refused({ status: 422, detail: 'Too vague' })
    const list = await stage<EarshotRequests>('earshot-requests', { request: id })
    list.element.desk = desk
    ;(await find(list.element, 'button', 'Change and send again')).click()
    write(await find(list.element, 'textbox', 'What happened?'), 'The bill of May is wrong.')
    const later = await stage<EarshotRequests>('earshot-requests', { request: id })
    later.element.desk = desk
    ;(await find(later.element, 'button', 'Change and send again')).click()
    expect(((await find(later.element, 'textbox', 'What happened?')) as HTMLTextAreaElement).value).to.equal('The bill of May is wrong.')
    expect(desk.state.elsewhere?.has('problem') ?? false).to.equal(false)
  })
})
