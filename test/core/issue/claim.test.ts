import { expect } from '@open-wc/testing'
import { claimMark } from '../../../src/core/issue/claim-mark.ts'
import { claimTo, readClaim } from '../../../src/core/issue/claim.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'

const issue: Issue = { version: 1, id: '0193-lamp', createdAt: '2026-11-22T10:00:00.000Z', kind: 'question', summary: 'Wo ist mein Päckchen? 📦', story: 'All of it.' }
const receipt: Receipt = { id: '0193-lamp', reference: 'E-7', token: 'a secret', acceptedAt: '2026-11-22T10:00:01.000Z', owner: { name: 'Mara' } }

const codeOf = (link: string) => {
  try {
    readClaim(link)
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'taken'
}

describe('The claim to a request', () => {
  it('says on another device what it takes to read the answers, and of the words only the summary', () => {
    const { story: _, ...told } = issue
    const { owner: __, ...key } = receipt
    const claim = claimTo(issue, receipt)
    expect(claim).to.match(/^[\w-]+$/)
    expect(readClaim(claim)).to.deep.equal({ issue: told, receipt: key })
    expect(readClaim(`https://shop.example/help?a=1${claimMark}${claim}`)).to.deep.equal({ issue: told, receipt: key })
  })

  it('takes the same way as the issue, where there are several', () => {
    expect(readClaim(claimTo(issue, { ...receipt, via: 'sales/0' })).receipt.via).to.equal('sales/0')
  })

  it('is refused when it is cut, empty, huge, or something else', () => {
    const claim = claimTo(issue, receipt)
    const made = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, '')
    const others = ['', '#earshot=', claim.slice(0, -9), 'A'.repeat(5_000), 'https://shop.example/', made(null), made([]), made({ i: '../x', r: 'E', t: 'x' })]
    for (const link of [...others, made({ i: 7, r: 'E', t: 'x' }), made({ i: 'a', r: 'E', t: 'x', s: 'y'.repeat(141) }), made({ i: 'a', r: 'E' })]) {
      expect(codeOf(link), link.slice(0, 40)).to.equal('desk/wrong-claim')
    }
    expect(readClaim(made({ i: 'a', r: 'E', t: 'x', k: 'gap' })).issue.kind).to.equal('problem')
  })
})
