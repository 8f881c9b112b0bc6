import type { PageInfo } from '../core/articles/article.ts'
import { pageAddress } from './address.ts'
import { productOn } from './product-on.ts'

const most = { headings: 3, topics: 10, length: 200 }

/**
 * What articles are suggested by; none of it leaves the device, unless the owner's own source is asked with it. Topics are declared
 * in `<meta name="earshot:topic" content="returns, care">`, or as `data-earshot-topic` of `html` or `body`.
 */
export function aboutPage(document: Document, location: URL | Location): PageInfo {
  const { title, documentElement, body } = document
  const headings = [...document.querySelectorAll('h1')]
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim().slice(0, most.length))
    .filter(Boolean)
  const product = productOn(document)
  const topics = [
    ...[...document.querySelectorAll<HTMLMetaElement>('meta[name="earshot:topic"]')].map(({ content }) => content),
    documentElement.dataset['earshotTopic'] ?? '',
    body?.dataset['earshotTopic'] ?? '',
  ].flatMap(text => text.split(',')).map(topic => topic.trim().slice(0, most.length)).filter(Boolean)
  return {
    url: pageAddress(location) ?? '',
    ...(title && { title: title.slice(0, most.length) }),
    ...(headings.length && { headings: headings.slice(0, most.headings) }),
    ...(topics.length && { topics: [...new Set(topics)].slice(0, most.topics) }),
    ...(product && { product }),
  }
}
