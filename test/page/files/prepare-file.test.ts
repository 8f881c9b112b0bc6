import { expect } from '@open-wc/testing'
import type { EarshotError } from '../../../src/core/support/errors.ts'
import type { FileSettings } from '../../../src/desk/config.ts'
import { checksum } from '../../../src/page/files/checksum.ts'
import { prepareFile, type PrepareOptions } from '../../../src/page/files/prepare-file.ts'
import { animation, file, look, noise, picture, says, withExif } from './file-fixtures.ts'

const refusal = (given: File, settings?: FileSettings, options?: PrepareOptions) =>
  prepareFile(given, settings, options).then(() => 'none', (error: EarshotError) => error.code)
const isBlue = ([red = 0, , blue = 0]: number[]) => blue > 120 && red < 100

describe('A picture a customer adds', () => {
  it('carries nothing of its camera, nor where it was taken, and stands upright', async () => {
    const taken = withExif(await picture('image/jpeg', 60, 40))
    expect(says(taken, 'SpyCamera')).to.equal(true)
    expect(says(taken, 'Exif')).to.equal(true)
    const made = await prepareFile(file(taken, 'IMG_0001.JPG', 'image/jpeg'))
    for (const trace of ['Exif', 'SpyCamera', 'EXIF', 'http://ns.adobe.com']) expect(says(made.bytes, trace), trace).to.equal(false)
    const { width, height, at } = await look(made.bytes, made.type)
    // Turned by a quarter to the right: what was on the left is at the top.
    expect([width, height]).to.deep.equal([40, 60])
    expect(isBlue(at(0.5, 0.1))).to.equal(true)
    expect(isBlue(at(0.5, 0.9))).to.equal(false)
  })

  it('is described as what it is now: its type, its size, its checksum, a name with the right ending', async () => {
    const made = await prepareFile(file(await picture('image/png'), 'C:\\Users\\ada\\Desktop\\lamp.png'), undefined, { field: 'proof' })
    expect(made.type).to.match(/^image\/(webp|jpeg)$/)
    expect(made.name).to.equal(made.type === 'image/webp' ? 'lamp.webp' : 'lamp.jpg')
    expect(made.size).to.equal(made.bytes.byteLength)
    expect(made.sha256).to.equal(await checksum(made.bytes))
    expect(made).to.include({ field: 'proof' })
    expect(made.bytes).to.be.instanceOf(ArrayBuffer)
    expect(made.id).to.match(/^[\w-]{36}$/)
  })

  it('keeps what one can see through', async () => {
    const made = await prepareFile(file(await picture('image/png', 60, 40, true), 'logo.png'))
    expect(made.type).to.equal('image/png')
    const { at } = await look(made.bytes, made.type)
    expect(at(0.25, 0.5)[3]).to.equal(0)
    expect(at(0.75, 0.5)[3]).to.equal(255)
  })

  it('is made smaller where it is larger than anybody needs, in its own proportions', async () => {
    const made = await prepareFile(file(await picture('image/jpeg', 4_000, 1_000), 'wide.jpg'))
    const { width, height } = await look(made.bytes, made.type)
    expect([width, height]).to.deep.equal([2_560, 640])
  })

  it('is made smaller still where it would be too heavy, and refused only if that does not help', async () => {
    const heavy = file(await noise('image/png', 500, 500), 'noise.png')
    const light = await prepareFile(heavy, { maxBytes: 200_000 })
    expect(light.size).to.be.at.most(200_000)
    expect(await refusal(heavy, { maxBytes: 2_000 })).to.equal('files/too-large')
  })

  it('is the first picture of an animation', async () => {
    const made = await prepareFile(file(animation, 'dance.gif'))
    expect(made.type).not.to.equal('image/gif')
    expect(says(made.bytes, 'ANIM')).to.equal(false)
    const [red = 0, green = 0] = (await look(made.bytes, made.type)).at(0, 0)
    expect(red > 150 && green < 100).to.equal(true)
  })

  it('is refused where it cannot be read, or not be drawn anew', async () => {
    const whole = await picture('image/png')
    expect(await refusal(file(whole.slice(0, 20), 'half.png'))).to.equal('files/unreadable')
    expect(await refusal(file(whole, 'shy.png'), undefined, { redraw: () => Promise.reject(new Error('Other pixels')) })).to.equal('files/unreadable')
    const gone = file(whole, 'gone.png')
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('Gone', 'NotFoundError')) })
    expect(await refusal(gone)).to.equal('files/unreadable')
  })

  it('is told by its bytes, whatever it is called', async () => {
    const made = await prepareFile(file(await picture('image/jpeg'), 'letter.pdf', 'application/pdf'))
    expect(made.type).to.match(/^image\//)
    expect(made.name).not.to.contain('pdf')
  })

  it('is never one that can hold a script', async () => {
    const svg = '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const name of ['logo.svg', 'logo.png', 'logo.txt'])
      expect(await refusal(file(svg, name, 'image/svg+xml'), { types: ['image/*', '.svg', '*/*', '.txt'] }), name).to.equal('files/wrong-type')
  })
})

describe('A file a customer adds', () => {
  const pdf = '%PDF-1.7\n%âãÏÓ\n/Author (Ada)'

  it('goes as it is where the owner takes its kind', async () => {
    const made = await prepareFile(file(pdf, 'bill.pdf'))
    expect(made).to.include({ name: 'bill.pdf', type: 'application/pdf' })
    expect(says(made.bytes, '/Author (Ada)')).to.equal(true)
    expect(await prepareFile(file('Grüße', 'note.txt'))).to.include({ name: 'note.txt', type: 'text/plain', size: 7 })
    expect(await prepareFile(file(new Uint8Array([0xff, 0xfe, 72, 0, 105, 0]), 'note.txt'))).to.include({ type: 'text/plain' })
  })

  it('is refused where the owner does not', async () => {
    const zip = new Uint8Array([80, 75, 3, 4, 0, 0])
    const program = new Uint8Array([77, 90, 144, 0, 3, 0])
    expect(await refusal(file(zip, 'a.zip'))).to.equal('files/wrong-type')
    expect(await refusal(file(program, 'photo.jpg', 'image/jpeg'))).to.equal('files/wrong-type')
    expect(await refusal(file(program, 'notes.txt', 'text/plain'))).to.equal('files/wrong-type')
    expect(await refusal(file('<!DOCTYPE html><p>', 'notes.txt'))).to.equal('files/wrong-type')
    expect(await refusal(file(pdf, 'bill.pdf'), { types: ['image/*'] })).to.equal('files/wrong-type')
  })

  it('is taken by its ending, its type or its family', async () => {
    const zip = new Uint8Array([80, 75, 3, 4, 0, 0])
    const drawing = new Uint8Array([65, 67, 49, 0, 1])
    expect(await prepareFile(file(zip, 'list.XLSX'), { types: ['.xlsx'] })).to.include({ name: 'list.xlsx' })
    expect(await prepareFile(file('a;b', 'list.csv'), { types: ['text/*'] })).to.include({ type: 'text/csv' })
    expect(await prepareFile(file('{}', 'x.js'), { types: ['.txt'] })).to.include({ name: 'x.txt', type: 'text/plain' })
    expect(await prepareFile(file(drawing, 'plan.dwg'), { types: [' .DWG '] })).to.include({ name: 'plan.dwg', type: 'application/octet-stream' })
    expect(await refusal(file(drawing, 'plan.exe'), { types: ['.dwg'] })).to.equal('files/wrong-type')
  })

  it('is refused when it is empty, too large, or one too many, and the refusal says the limit', async () => {
    expect(await refusal(file('', 'nothing.txt'))).to.equal('files/empty')
    expect(await refusal(file('x'.repeat(11), 'long.txt'), { maxBytes: 10 })).to.equal('files/too-large')
    expect(await refusal(file('x'.repeat(10), 'fits.txt'), { maxBytes: 10 })).to.equal('none')
    const error = (await prepareFile(file('x', 'sixth.txt'), {}, { present: 5 }).catch(error => error)) as EarshotError
    expect(error.code).to.equal('files/too-many')
    expect(error.details).to.include({ limit: 5, name: 'sixth.txt' })
  })
})
