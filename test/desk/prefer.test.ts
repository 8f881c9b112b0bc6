import { expect } from '@open-wc/testing'
import { threaded } from './thread-fixtures.ts'

describe('How a customer wants to be answered', () => {
  it('is asked once: every later form begins with it, after a reload as well', async () => {
    const world = threaded()
    await world.desk.prefer({ email: 'ada@example.org', channel: 'email', when: 'in the evening' })
    expect(world.desk.state.contact).to.deep.equal({ email: 'ada@example.org', channel: 'email', when: 'in the evening' })
    world.desk.dispose()
    const again = world.make()
    expect((await again.form('problem')).initial.contact).to.deep.equal({ email: 'ada@example.org', channel: 'email', when: 'in the evening' })
    again.dispose()
  })

  it('puts nothing into a form that the form does not show', async () => {
    const world = threaded()
    await world.desk.prefer({ name: 'Ada', phone: '+49 30 1234567', channel: 'phone' })
    expect((await world.desk.form('problem')).initial.contact).to.equal(undefined)
    await world.desk.prefer({ email: 'ada@example.org', channel: 'none' })
    expect((await world.desk.form('problem')).initial.contact).to.deep.equal({ channel: 'none' })
    await world.desk.prefer({ email: 'ada@example.org', phone: '+49 30 1234567', channel: 'phone' })
    expect((await world.desk.form('problem')).initial.contact).to.deep.equal({ email: 'ada@example.org' })
    world.desk.dispose()
  })

  it('is never a card number or a secret, and no text of any length', async () => {
    const world = threaded()
    await world.desk.prefer({ name: '4111 1111 1111 1111', email: 'ada@example.org', when: 'x'.repeat(1_000) })
    expect(world.desk.state.contact).to.deep.equal({ email: 'ada@example.org' })
    await world.desk.prefer({ name: 7 as unknown as string })
    expect(world.desk.state.contact).to.equal(undefined)
    world.desk.dispose()
  })

  it('is forgotten when asked to, and leaves nothing; forgetting puts nothing on the device', async () => {
    const world = threaded()
    await world.desk.prefer(undefined)
    expect(world.opened()).to.equal(0)
    await world.desk.prefer({ email: 'ada@example.org' })
    await world.desk.forget()
    expect([world.desk.state.contact, await world.store.entries('contact')]).to.deep.equal([undefined, []])
    expect((await world.desk.form('problem')).initial.contact).to.equal(undefined)
    world.desk.dispose()
  })
})
