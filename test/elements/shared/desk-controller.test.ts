import { expect } from '@open-wc/testing'
import type { Desk } from '../../../src/desk/desk.ts'
import type { EarshotRequests } from '../../../src/elements/requests/requests.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { stage } from '../element-fixtures.ts'

describe('an element and its desk', () => {
  it('are apart once it is removed, whatever still happens to it, and together when it is back', async () => {
    const { desk } = deskFor()
    const listeners = new Set<object>()
    const counted: Desk = {
      ...desk,
      get state() {
        return desk.state
      },
      subscribe(listener) {
        const leave = desk.subscribe(listener)
        listeners.add(leave)
        return () => {
          listeners.delete(leave)
          leave()
        }
      },
    }
    const { element, parent } = await stage<EarshotRequests>('earshot-requests', { desk: counted })
    expect(listeners.size).to.equal(1)
    element.remove()
    await element.updateComplete
    expect(listeners.size, 'removed').to.equal(0)
    element.requestUpdate()
    await element.updateComplete
    expect(listeners.size, 'drawn once more').to.equal(0)
    parent.append(element)
    await element.updateComplete
    expect(listeners.size, 'back').to.equal(1)
    expect(element.shadowRoot!.querySelector('h2') !== null).to.equal(true)
    element.remove()
    desk.dispose()
  })

  it('find each other by a name that was set where a desk is expected, as React and Vue do with an attribute', async () => {
    const { desk } = deskFor({ desk: 'billing' })
    const { element } = await stage<EarshotRequests>('earshot-requests', { desk: 'billing' as unknown as Desk })
    expect(element.shadowRoot!.querySelector('h2') !== null).to.equal(true)
    element.remove()
    desk.dispose()
  })
})
