import { expect } from '@open-wc/testing'
import { redact } from '../../../src/core/issue/redact.ts'

const blanked: [text: string, result: string][] = [
  ['write to bob.o\'neil+shop@exämple.co.uk.', 'write to [email].'],
  ['mailto:ann@example.org?subject=hi', 'mailto:[email]?subject=hi'],
  ['card 4111 1111 1111 1111 12/28', 'card [card] 12/28'],
  ['12 4111-1111-1111-1111', '12 [card]'],
  ['378282246310005,5555555555554444', '[card],[card]'],
  ['to DE89 3704 0044 0532 0130 00 OK thanks', 'to [iban] OK thanks'],
  ['gb82west12345698765432', '[iban]'],
  ['Authorization: Bearer abc123def456', 'Authorization: Bearer [token]'],
  ['eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln', '[token]'],
  ['key sk_live_51Habcdefghijklmnop', 'key [token]'],
  ['AKIAIOSFODNN7EXAMPLE1', '[token]'],
  ['postgres://app:p@ss@db.example/shop', 'postgres://[secret]@db.example/shop'],
  ['https://shop.example/?access_token=a.b&page=2&api_key=x#sig=y', 'https://shop.example/?access_token=[secret]&page=2&api_key=[secret]#sig=[secret]'],
  ['{"password": "hunter2", "user": "ann"}', '{"password": "[secret]", "user": "ann"}'],
  ['sha 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'sha [hex]'],
  ['call +49 30 901820 or 0171-2345678', 'call [phone] or [phone]'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', '[secret]'],
]

const untouched = [
  'order 1234567890123456', 'order 4111 1111 1111 1112', 'DE89 3704 0044 0532 0130 01', 'install lit@3.3.3', 'v1.2.3-rc.1', '10.0.19041.1234',
  '01a1fd8c-6900-7101-8101-010101010101', '2026-11-21T10:00:00.000Z', 'the bearer certificate of a share',
  'https://shop.example/search?page=2&sort=price&keyword=red', 'zip_code=12345', 'commit 9f86d08', 'parcel 00340434161094042557', '@ann said: hi',
  'a token of thanks', 'the password: I forgot it',
]

describe('redact', () => {
  for (const [text, result] of blanked) {
    it(`blanks out ${JSON.stringify(text)}`, () => expect(redact(text)).to.equal(result))
  }
  for (const text of untouched) {
    it(`leaves ${JSON.stringify(text)} alone`, () => expect(redact(text)).to.equal(text))
  }

  it('changes nothing the second time', () => {
    const all = blanked.map(([text]) => text).join(' · ')
    const once = redact(all, [/\w+/, /red/g])
    expect(redact(once, [/\w+/, /red/g])).to.equal(once)
  })

  it('takes the site\'s own patterns, however they are flagged', () => {
    expect(redact('customer C-1 and C-2', [/C-\d/y])).to.equal('customer [redacted] and [redacted]')
    expect(redact('abc', [/x*/])).to.equal('abc')
  })

  it('takes them as texts, too, as the settings have them', () => {
    expect(redact('order ä-12 of C-1', ['order \\p{L}-\\d+', /C-\d/])).to.equal('[redacted] of [redacted]')
  })
})
