import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Kudos } from '../../src/receiver/store-kudos.ts'
import { onEachDatabase } from './databases.ts'
import { openInbox } from './open-inbox.ts'

interface KudosList { people: { person: string; count: number }[]; kudos: Kudos[]; next?: string }

onEachDatabase('thanks', query => {
  it('are kept by whom they are for: whom praise names, and who helped last before the customer said thanks', async () => {
    const { send, say, ask, read, clock } = openInbox(query, {}, { owner: { name: 'The workshop' } })
    const named = await send({ kind: 'praise', story: 'Jonte was so patient', answers: { person: 'Jonte' } })
    await send({ kind: 'praise', story: 'You are all kind' })
    await send({ kind: 'praise', story: 'Only a test', answers: { person: 'Jonte' }, synthetic: true })
    clock.pass(1)
    const helped = await send({ story: 'It hums' })
    for (const [id, name] of [['a', 'Ilse'], ['b', 'jonte']]) {
      clock.pass(1)
      await ask(`/issues/${helped.id}/messages`, 'POST', { id, text: 'Try this.', author: { name } })
    }
    await say(helped, { id: 'thanks', text: 'Thank you!', kind: 'praise' })
    await ask(`/issues/${helped.id}/messages`, 'POST', { text: 'Gladly.', author: { name: 'Marit' } })
    clock.pass(1)
    const unsigned = await send({ story: 'Late' })
    await say(unsigned, { id: 'thanks', text: '', kind: 'praise' })

    const all = await read<KudosList>('/kudos')
    assert.deepEqual(all.people, [{ person: 'jonte', count: 2 }, { person: 'The workshop', count: 1 }])
    assert.deepEqual(all.kudos.map(({ person, text, issue }) => [person, text, issue]), [
      ['The workshop', undefined, unsigned.id], ['jonte', 'Thank you!', helped.id], ['Jonte', 'Jonte was so patient', named.id],
    ])
    const { at, reference } = all.kudos[2]!
    assert.deepEqual([at, reference], [named.receipt.acceptedAt, named.reference])
    const his = await read<KudosList>('/kudos?person=JONTE')
    assert.deepEqual([his.kudos.length, his.people.length], [2, 2])
    assert.deepEqual((await read<KudosList>('/kudos?person=nobody')).kudos, [])
    assert.deepEqual((await openInbox(query).read<KudosList>('/kudos')), { people: [], kudos: [] })
  })

  it('come page by page, newest first', async () => {
    const { send, say, read, ask, clock } = openInbox(query)
    const lamp = await send({ story: 'It hums' })
    await ask(`/issues/${lamp.id}/messages`, 'POST', { text: 'Mended.', author: { name: 'Ilse' } })
    await send({ kind: 'praise', story: 'first', answers: { person: 'Ilse' } })
    clock.pass(1)
    // All at one moment: none is lost between two pages, and none comes twice.
    for (const id of ['a', 'b', 'c', 'd']) await say(lamp, { id, text: id, kind: 'praise' })
    const seen: (string | undefined)[] = []
    let next: string | undefined
    do {
      const page: KudosList = await read<KudosList>(`/kudos?person=Ilse&limit=2${next ? `&before=${encodeURIComponent(next)}` : ''}`)
      seen.push(...page.kudos.map(({ text }) => text))
      next = page.next
    } while (next)
    assert.deepEqual(seen, ['d', 'c', 'b', 'a', 'first'])
    for (const wrong of ['before=x', 'before=2026-99-99T00:00:00Z~a', 'before=2026-11-11T00:00:00Z', 'limit=0']) assert.equal((await ask(`/kudos?${wrong}`)).status, 400, wrong)
  })
})
