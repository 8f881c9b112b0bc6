import type { Article } from '../../../src/core/articles/article.ts'

/** A small help centre. */
export const knownArticles: Article[] = [
  { id: 'returns', title: 'Return something', format: 'markdown', locale: 'en', pages: ['/order', '/returns/*'], topics: ['returns'],
    summary: 'Sixty days, used or not.', body: 'You have **60 days** from the day it arrived.\n\n## How\n\n1. Open [your order](order.md) and choose "Return".\n2. Print the label.' },
  { id: 'refunds', title: 'When your money is back', format: 'markdown', locale: 'en', body: 'A refund follows within *five working days* after your return has arrived.\n\n## By card\n\nUp to ten days.' },
  { id: 'lamp', title: 'The Heron lamp flickers', format: 'markdown', locale: 'en', body: 'First tighten the bulb. Then try another socket.\n\nA dimmer on the wall makes any LED lamp flicker.' },
  { id: 'invoice', title: 'Invoices and receipts', format: 'html', locale: 'en', body: '<h2>Where they are</h2><p>Every invoice lies in <a href="/account">your account</a> &amp; in the mail.</p><script>alert(1)</script>' },
  { id: 'answers/fuse', title: 'Which fuse is in the plug?', format: 'markdown', locale: 'en', community: true, author: { name: 'Ada' }, body: 'Three ampere.' },
]

export const knownFor = [
  { id: 'returns', title: 'Return something' },
  { id: 'refunds', title: 'When your money is back', query: 'refund' },
  { id: 'lamp', title: 'The Heron lamp flickers', query: 'lamp flickr' },
  { id: 'answers/fuse', title: 'Which fuse is in the plug?' },
]
