import { expect } from '@open-wc/testing'
import { cleanName } from '../../../src/page/files/clean-name.ts'

describe('The name of a file', () => {
  const cases: [what: string, name: string, type: string, clean: string][] = [
    ['loses its path', '/srv/ada/../secret/bill.pdf', 'application/pdf', 'bill.pdf'],
    ['loses its path, the other way round', 'C:\\fakepath\\bill.pdf', 'application/pdf', 'bill.pdf'],
    ['loses control characters and those that turn the reading', 'in\u0000vo\r\nice\u202efdp.txt', 'text/plain', 'invoicefdp.txt'],
    ['gets the ending of what it is', 'photo.exe', 'image/webp', 'photo.webp'],
    ['gets an ending where it had none', 'notes', 'text/plain', 'notes.txt'],
    ['keeps one of several endings that fit', 'photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['keeps dots that are no ending', 'Offer v1.2 (final).pdf', 'application/pdf', 'Offer v1.2 (final).pdf'],
    ['hides from nobody', '.htaccess.txt', 'text/plain', 'htaccess.txt'],
    ['is never empty', '...', 'image/png', 'file.png'],
    ['keeps its language', 'صورة المصباح.png', 'image/png', 'صورة المصباح.png'],
  ]
  for (const [what, name, type, clean] of cases) it(what, () => expect(cleanName(name, type)).to.equal(clean))

  it('is at most 120 characters, its ending among them, and never ends in half a character', () => {
    const long = cleanName('x'.repeat(115) + '😀'.repeat(20) + '.png', 'image/png')
    expect(long).to.have.length.of.at.most(120)
    expect(long.endsWith('.png')).to.equal(true)
    expect(/[\ud800-\udbff](?![\udc00-\udfff])/.test(long)).to.equal(false)
  })
})
