import { expect } from '@open-wc/testing'
import { idRules } from '../../../src/core/issue/redaction-ids.ts'
import { redact } from '../../../src/core/issue/redact.ts'
import { blankOut, stretches } from '../../../src/core/issue/stretches.ts'
import { hostileStrings } from './hostile-strings.ts'
import { nationalIds } from './redaction-corpus/ids.ts'
import { unmark } from './redaction-corpus/marked.ts'
import { money } from './redaction-corpus/money.ts'
import { nearMisses } from './redaction-corpus/near-misses.ts'
import { people } from './redaction-corpus/people.ts'
import { secrets } from './redaction-corpus/secrets.ts'

const ids = idRules(Object.keys(nationalIds))
const lines = [people, money, secrets, nationalIds].flatMap(marked => Object.values(marked).flat()).map(line => unmark(line!).text)

/** The same numbers in every run, between 0 and 1. */
function dice(seed: number): () => number {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed / 2 ** 32
  }
}

function randomTexts(count: number): string[] {
  const random = dice(4711)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const signs = [...' .,:;/-+()@=&?#"\'<>[]{}_%~\n\t0123456789abcdefABCDEFxyzÄß٣漢😀\ud83d\udc69\u200d\u202e\ufffc\u00a0']
  const piece = () => (random() < 0.3 ? pick(lines) : random() < 0.4 ? pick(nearMisses) : Array.from({ length: 1 + random() * 12 }, () => pick(signs)).join(''))
  return Array.from({ length: count }, () => Array.from({ length: 1 + random() * 5 }, piece).join(pick(['', ' ', ', ', '\n', '@', '0'])))
}

const own = [/C-\d+/, /(?<=x)\w/, /[a-z]{4,}e\b/]

describe('stretches', () => {
  it('says what each is, where, and what takes its place', () => {
    expect(stretches('a bob@example.com b')).to.deep.equal([{ kind: 'email', start: 2, end: 17, text: 'bob@example.com', blank: '[email]' }])
  })

  it('does not look for what is switched off', () => {
    const text = 'bob@example.com 4111 1111 1111 1111 C-1 PHPSESSID=a1b2c3 pwd=x9'
    const kinds = (off: Parameters<typeof stretches>[1]) => stretches(text, { own: [/C-\d/], ...off }).map(each => each.kind)
    expect(kinds({})).to.deep.equal(['email', 'card', 'own', 'session', 'secret'])
    expect(kinds({ off: ['email', 'own', 'session'] })).to.deep.equal(['card', 'secret'])
  })

  it('knows each id by the name that the owner gives, and no other', () => {
    expect(stretches('86095742719', { ids: idRules(['de-steuer-id', 'nonsense', 'toString']) }).map(each => each.kind)).to.deep.equal(['id'])
    expect(stretches('86095742719', { ids: idRules(['pl-pesel']) })).to.deep.equal([])
  })

  it('leaves the rest of an address an address', () => {
    for (const line of lines.filter(each => /^https?:\/\/\S+$/.test(each))) {
      const url = new URL(redact(line))
      expect(url.origin).to.equal(new URL(line).origin)
      expect([...url.searchParams.keys()]).to.deep.equal([...new URL(line).searchParams.keys()])
    }
  })

  it('blanks out nothing twice: neither what it wrote nor what it left', () => {
    for (const text of [...lines, ...nearMisses, ...hostileStrings, ...randomTexts(600)]) {
      const options = { ids, own }
      const once = blankOut(text, stretches(text, options))
      expect(blankOut(once, stretches(once, options)), JSON.stringify(text)).to.equal(once)
    }
  })

  it('touches nothing besides what it names, in order, without overlaps and without cutting a character', () => {
    for (const text of [...lines, ...hostileStrings, ...randomTexts(600)]) {
      let end = 0
      for (const each of stretches(text, { ids, own })) {
        expect(each.start, text).to.be.at.least(end)
        expect(each.end).to.be.above(each.start)
        expect(text.slice(each.start, each.end)).to.equal(each.text)
        end = each.end
      }
      expect(end).to.be.at.most(text.length)
      // In a pattern for whole characters a surrogate is one that has lost its half.
      expect(/\p{Cs}/u.test(redact(text.replace(/\p{Cs}/gu, '\ufffd'))), text).to.equal(false)
    }
  })

  it('gets to the end of texts made to be hard; how their time grows is measured by the bench', () => {
    const units = [
      'a', 'a@', '1.', '4 ', '0 ', '+1', '+1 ', '(', '(0', 'eyJa.', '://a:', '://', '?token', 'a=', '"a":"', '%3Ftoken', '%3D', 'Bearer ', '-----BEGIN PRIVATE KEY-----', 'af', 'sk_', 'SK', 'A', 'DE89 ',
      '"   : ', 'x@a.', '[email]', 'tel ', 'tel number ', 'call me ', 'password is ', 'passwort', 'order 0', '/reset', '/login-', 'a(at)', 'a [at] b [dot] ', '0.00', '00 1', 'ä', '١', '漢', '\ufffc', ' ', '\n', 'M', 'key-', '12345678:',
    ]
    for (const unit of units) {
      const text = unit.repeat(20_000 / unit.length)
      const last = stretches(text, { ids }).at(-1)?.end ?? 0
      expect(last, unit).to.be.at.most(text.length)
    }
  })
})
