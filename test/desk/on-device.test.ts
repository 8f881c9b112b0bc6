import { expect } from '@open-wc/testing'
import type { Source } from '../../src/core/articles/source.ts'
import { onDevice } from '../../src/desk/on-device.ts'

const source = (more: object = {}): Source => ({
  search: async () => [],
  read: async id => ({ id, title: id, body: '', format: 'markdown' }),
  ...more,
})
const article = { id: 'a', title: 'A', body: 'a', format: 'markdown' }

describe('What answers trouble on the device', () => {
  it('is an index, by its address or by name, articles at hand, those in the page, and Pagefind', () => {
    const here = ['/help/index.json', { source: 'index', url: '/help/index.json' }, [article], { source: 'page' }, { source: 'pagefind' }]
    expect(onDevice(here)).to.deep.equal(here)
    for (const each of here) expect(onDevice(each)).to.deep.equal(each)
  })

  it('is no engine elsewhere, and no source of somebody else, unless it says so', () => {
    const own = source({ onDevice: true })
    expect(onDevice([{ source: 'algolia' }, source(), own, { source: 'zendesk' }])).to.deep.equal([own])
    expect(onDevice({ source: 'json' })).to.equal(undefined)
  })

  it('is an article, also one that says where it came from', () => {
    expect(onDevice([{ ...article, source: 'zendesk' }])).to.have.length(1)
  })
})
