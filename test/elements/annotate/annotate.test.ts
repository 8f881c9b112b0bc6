import { expect } from '@open-wc/testing'
import { executeServerCommand, sendKeys } from '@web/test-runner-commands'
import type { EarshotAnnotate } from '../../../src/elements/annotate/annotate.ts'
import type { Config } from '../../../src/desk/config.ts'
import { find } from '../find.ts'
import { focused, seen, soon, stage } from '../element-fixtures.ts'

/** Red on the left, blue on the right. */
function picture(width = 600, height = 300) {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  context.fillStyle = 'rgb(200 30 30)'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = 'rgb(30 30 200)'
  context.fillRect(width / 2, 0, width / 2, height)
  return canvas
}

async function open(props: Partial<EarshotAnnotate> = {}, config: Config = {}) {
  const told: (Blob | 'cancelled')[] = []
  const { element } = await stage<EarshotAnnotate>('earshot-annotate', {
    image: picture(), done: blob => void told.push(blob), cancelled: () => void told.push('cancelled'), ...props,
  }, config)
  await find(element, 'dialog')
  const frame = await find(element, 'application')
  return { element, told, frame }
}

const items = (element: Element) => [...element.shadowRoot!.querySelectorAll('.item')].map(item => item.getAttribute('aria-label'))
const press = async (element: Element, name: string) => (await find(element, 'button', name)).click()
const choose = async (element: Element, name: string) => (await find(element, 'radio', name)).click()

/** From one place to another, in parts of the picture. */
function drag(frame: Element, [x, y]: [number, number], [right, down]: [number, number], pointerType = 'mouse') {
  const { left, top, width, height } = frame.getBoundingClientRect()
  const fire = (type: string, x: number, y: number) =>
    frame.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0, pointerType, clientX: left + x * width, clientY: top + y * height }))
  // No real pointer is down, so there is nothing to capture.
  frame.setPointerCapture = () => {}
  fire('pointerdown', x, y)
  fire('pointermove', (x + right) / 2, (y + down) / 2)
  fire('pointermove', right, down)
  fire('pointerup', right, down)
}

/** The pixels of what was handed over. */
async function decoded(told: unknown[]) {
  const blob = await soon(() => told.find(each => each instanceof Blob), 'the picture') as Blob
  const image = await createImageBitmap(blob)
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0)
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3)
  return { blob, width: image.width, height: image.height, at, all: () => context.getImageData(0, 0, canvas.width, canvas.height).data }
}
const near = (colour: number[], other: number[], by = 14) => colour.every((value, i) => Math.abs(value - other[i]!) <= by)

describe('<earshot-annotate>', () => {
  it('opens over everything, open dialogs of the page too, with its heading first', async () => {
    const host = document.body.appendChild(document.createElement('dialog'))
    host.showModal()
    const { element } = await open()
    const heading = await find(element, 'heading', 'Picture of this page')
    expect(focused() === heading).to.equal(true)
    const { left, top } = heading.getBoundingClientRect()
    expect(document.elementFromPoint(left + 2, top + 2) === element).to.equal(true)
    await expect(element).to.be.accessible()
    host.remove()
  })

  it('shows nothing without a picture', async () => {
    const { element } = await stage<EarshotAnnotate>('earshot-annotate')
    expect(element.shadowRoot!.querySelector('dialog')).to.equal(null)
  })

  it('draws what the pointer draws, and hands over one layer of pixels', async () => {
    const { element, told, frame } = await open()
    await choose(element, 'Black out')
    drag(frame, [0.1, 0.2], [0.4, 0.8], 'touch')
    await soon(() => items(element).includes('Black box 1 of 1'), 'the black box')
    await press(element, 'Done')
    const { width, height, at } = await decoded(told)
    expect([width, height]).to.deep.equal([600, 300])
    // Well inside: what is lossy mixes the edge.
    for (const [x, y] of [[70, 70], [150, 150], [230, 230]] as const) expect(near(at(x, y), [0, 0, 0], 6), `black at ${x}`).to.equal(true)
    expect(near(at(20, 20), [200, 30, 30]), 'the rest').to.equal(true)
    await soon(() => !element.shadowRoot!.querySelector('dialog'), 'the window closed')
  })

  it('takes away what was cut away, and nothing of it is in the bytes', async () => {
    const { element, told, frame } = await open()
    await choose(element, 'Crop')
    drag(frame, [0, 0], [0.45, 0.5])
    await press(element, 'Done')
    const { blob, width, height, all } = await decoded(told)
    expect([width, height]).to.deep.equal([270, 150])
    expect(all().some((value, i) => i % 4 === 2 && value > 120), 'blue').to.equal(false)
    const text = new TextDecoder('latin1').decode(await blob.arrayBuffer())
    expect(/Exif|http:\/\/ns\.adobe|tEXt|iTXt|zTXt|XMP /.test(text)).to.equal(false)
  })

  it('is drawn, moved, changed and undone by keyboard alone', async () => {
    const { element } = await open()
    ;(await find(element, 'radio', 'Black out')).focus()
    await executeServerCommand('chord', { keys: [' '] })
    await sendKeys({ press: 'Enter' })
    await soon(() => focused()?.getAttribute('aria-label') === 'Black box 1 of 1', 'the shape, with the focus')
    const item = focused()!
    const place = () => [item.getBoundingClientRect().left, item.getBoundingClientRect().width].map(Math.round)
    const [left, width] = place()
    await sendKeys({ press: 'ArrowRight' })
    await soon(() => place()[0]! > left! && place()[1] === width, 'it moved')
    await executeServerCommand('chord', { keys: ['Shift', 'ArrowRight'] })
    await soon(() => place()[1]! > width!, 'it grew')
    expect(element.shadowRoot!.querySelector('.announcer')!.textContent).to.match(/percent from the left, \d+ percent from the top/)
    ;(await find(element, 'application')).focus()
    await sendKeys({ press: 'Enter' })
    await soon(() => items(element).includes('Black box 2 of 2'), 'a second')
    await sendKeys({ press: 'Delete' })
    await soon(() => items(element).length === 1, 'it is removed')
    await executeServerCommand('chord', { keys: ['Control', 'z'] })
    await soon(() => items(element).length === 2, 'it is back')
    await expect(element).to.be.accessible()
  })

  it('undoes and removes by button too, and idles where there is nothing to undo', async () => {
    const { element, frame } = await open()
    const undo = await find(element, 'button', 'Undo')
    expect(undo.getAttribute('aria-disabled')).to.equal('true')
    drag(frame, [0.1, 0.1], [0.5, 0.5])
    await choose(element, 'Arrow')
    drag(frame, [0.9, 0.9], [0.6, 0.6])
    await soon(() => items(element).join() === 'Box 1 of 1,Arrow 1 of 1', 'both')
    await press(element, 'Remove')
    await soon(() => items(element).join() === 'Box 1 of 1', 'the arrow removed')
    undo.click()
    undo.click()
    await soon(() => items(element).join() === 'Box 1 of 1', 'the arrow back and gone')
  })

  it('chooses what is tapped, and moves and changes it', async () => {
    const { element, frame } = await open()
    drag(frame, [0.2, 0.2], [0.4, 0.4])
    drag(frame, [0.9, 0.9], [0.9, 0.9])
    await soon(() => element.shadowRoot!.querySelector('.chosen') === null, 'nothing is chosen')
    drag(frame, [0.3, 0.3], [0.3, 0.3])
    await soon(() => element.shadowRoot!.querySelector('.chosen'), 'it is chosen')
    drag(frame, [0.25, 0.25], [0.45, 0.25])
    const item = element.shadowRoot!.querySelector<HTMLElement>('.item')!
    await soon(() => Math.abs(parseFloat(item.style.left) - 40) < 1, 'it moved')
    drag(frame, [0.6, 0.4], [0.8, 0.6])
    await soon(() => Math.abs(parseFloat(item.style.width) - 40) < 1, 'it grew')
    expect(items(element).length).to.equal(1)
  })

  it('asks before something drawn is lost, and only then', async () => {
    const first = await open()
    await sendKeys({ press: 'Escape' })
    await soon(() => first.told[0] === 'cancelled', 'left at once')
    const { element, told, frame } = await open()
    drag(frame, [0.1, 0.1], [0.5, 0.5])
    await soon(() => items(element).length, 'something drawn')
    await sendKeys({ press: 'Escape' })
    const keep = await find(element, 'button', 'Keep drawing')
    await soon(() => focused() === keep, 'the kind answer has the focus')
    keep.click()
    await press(element, 'Cancel')
    expect(told).to.deep.equal([])
    await press(element, 'Leave without it')
    expect(told).to.deep.equal(['cancelled'])
  })

  it('keeps within what it may weigh', async () => {
    const noisy = picture(400, 400)
    const context = noisy.getContext('2d')!
    const noise = context.createImageData(400, 400)
    for (let i = 0; i < noise.data.length; i += 65_536) crypto.getRandomValues(noise.data.subarray(i, i + 65_536))
    context.putImageData(noise, 0, 0)
    const { element, told } = await open({ image: noisy, maxBytes: 20_000 })
    await press(element, 'Done')
    expect((await decoded(told)).blob.size).to.be.at.most(20_000)
  })

  it('says so when nothing can be kept, and what was drawn is still there', async () => {
    const { element, told, frame } = await open()
    drag(frame, [0.1, 0.1], [0.5, 0.5])
    const { toBlob } = HTMLCanvasElement.prototype
    HTMLCanvasElement.prototype.toBlob = callback => callback(null)
    await press(element, 'Done')
    await soon(() => seen(element).includes('could not be kept'), 'that it failed').finally(() => (HTMLCanvasElement.prototype.toBlob = toBlob))
    expect([told.length, items(element).length]).to.deep.equal([0, 1])
    await press(element, 'Done')
    await decoded(told)
  })

  it('fits a small phone, and reads from right to left', async () => {
    await executeServerCommand('viewport', { width: 320, height: 568 })
    const { element, frame } = await open({}, { locale: 'ar' })
    await find(element, 'heading', 'صورة هذه الصفحة')
    const dialog = element.shadowRoot!.querySelector('dialog')!
    // WebKit's window does not become that narrow.
    expect(dialog.scrollWidth).to.be.at.most(innerWidth)
    expect(getComputedStyle(dialog).direction).to.equal('rtl')
    for (const control of element.shadowRoot!.querySelectorAll('.tool, .button')) {
      const { left, right, height, bottom } = control.getBoundingClientRect()
      expect(left >= 0 && right <= innerWidth && height >= 44 && bottom <= innerHeight, control.textContent!.trim()).to.equal(true)
    }
    expect(frame.getBoundingClientRect().width).to.be.greaterThan(250)
    for (const locale of ['en', 'de']) {
      const other = (await open({}, { locale })).element
      await find(other, 'heading', locale === 'de' ? 'Bild dieser Seite' : 'Picture of this page')
      for (const word of other.shadowRoot!.querySelectorAll<HTMLElement>('.tools .tool:not(:nth-of-type(4)) span')) {
        expect(word.getBoundingClientRect().height, word.textContent!).to.be.below(20)
      }
    }
    await executeServerCommand('viewport', { width: 800, height: 600 })
  })
})
