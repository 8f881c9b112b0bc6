import { expect } from '@open-wc/testing'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import { walkRung } from '../../../src/core/escalation/walk-rung.ts'

const sunday = Date.parse('2026-11-22T10:00:00Z')
const walk = (rung: Partial<Rung> & Pick<Rung, 'kind'>, chat = false) => walkRung({ rung: { id: 'a', name: 'Ilse', ...rung }, path: '/ladder/0' }, sunday, chat)
const berlin = { hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin' }

describe('the walk to a rung', () => {
  it('names the address that a press leads to', () => {
    const table: [Partial<Rung> & Pick<Rung, 'kind'>, string | undefined][] = [
      [{ kind: 'phone', to: 'tel:+49 (3834) 555-0142' }, 'tel:+4938345550142'], [{ kind: 'email', to: 'a@b.example' }, 'mailto:a@b.example'],
      [{ kind: 'email', to: 'mailto:a@b.example' }, 'mailto:a@b.example'], [{ kind: 'link', to: '/forum' }, '/forum'],
      [{ kind: 'message', to: 'x' }, undefined], [{ kind: 'callback' }, undefined], [{ kind: 'visit' }, undefined],
    ]
    for (const [rung, href] of table) expect([walk(rung).ok, walk(rung).href]).to.deep.equal([true, href])
  })

  it('says when it opens, in its own zone; a form is always open, and its promise waits for the hours', () => {
    const closed = walk({ kind: 'phone', to: '+49 1234', ...berlin })
    expect([closed.ok, closed.open, closed.opensAt]).to.deep.equal([true, false, Date.parse('2026-11-23T08:00:00Z')])
    expect(closed.detail).to.match(/^Reached at tel:\+491234; closed now, opens Mon.* 09:00 \(Europe\/Berlin\)$/)
    expect(walk({ kind: 'message', ...berlin, answersWithin: 4 }).detail).to.match(/^Reached by the form; always, an answer is promised by Mon.* 13:00 \(Europe\/Berlin\)$/)
    expect(walk({ kind: 'callback' }).detail).to.equal('Rings back: a form asks for the number; always')
  })

  it('finds what keeps a customer from it, and never throws', () => {
    const table: [Partial<Rung> & Pick<Rung, 'kind'>, string][] = [
      [{ kind: 'phone' }, 'ladder/no-address'], [{ kind: 'link', to: 'javascript:alert(1)' }, 'ladder/foreign-address'],
      [{ kind: 'phone', to: '+49 1234', hours: 'Su off' }, 'ladder/never-open'], [{ kind: 'message', hours: 'x'.repeat(5_000) }, 'ladder/bad-hours'],
      [{ kind: 'message', timeZone: 'Europe/Atlantis', answersWithin: 4 }, 'ladder/bad-time-zone'], [{ kind: 'chat' }, 'ladder/no-address'],
    ]
    for (const [rung, code] of table) {
      const { ok, problems, detail } = walk(rung)
      expect([ok, problems[0]?.code, detail]).to.deep.equal([false, code, problems[0]?.message])
    }
    expect(walk({ kind: 'link', to: 'javascript:alert(1)' }).href).to.equal(undefined)
    expect(walk({ kind: 'chat' }, true)).to.include({ ok: true, detail: "Opens the owner's chat; always" })
  })
})
