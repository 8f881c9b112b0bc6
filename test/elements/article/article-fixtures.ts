import type { Article } from '../../../src/core/articles/article.ts'
import type { EarshotArticle } from '../../../src/elements/article/article.ts'
import { stage } from '../element-fixtures.ts'

export const lamp: Article = {
  id: 'lamp',
  title: 'Care for your <b>lamp</b>',
  format: 'markdown',
  locale: 'en',
  updatedAt: '2026-10-28',
  author: { name: 'Ada' },
  community: true,
  related: ['parts', 'gone'],
  body: [
    'See [the parts](parts.md), [below](#cleaning) or [elsewhere](https://other.example/x).',
    '## Cleaning',
    '| Part | With |',
    '|---|---|',
    '| Shade | A dry cloth |',
    '',
    '```',
    'very --long code',
    '```',
    '- [x] unplugged',
    '- **first** wait',
    '',
    '![A lamp](https://shop.example/lamp.png)',
    '',
    '<script>alert(1)</script>',
  ].join('\n'),
}
export const parts: Article = { id: 'parts', title: 'Spare parts', format: 'markdown', body: 'Every part.' }
export const page: Article = {
  id: 'page',
  title: 'A page',
  format: 'html',
  locale: 'de',
  url: 'https://shop.example/help/page.html',
  body: '<h1>Ganz oben</h1><p onclick="evil()">Text mit <a href="more.html">mehr</a>, <a href="https://other.example/">anderswo</a> und <a href="#/article/parts">Teilen</a></p>'
    + '<table><tr><th>Teil</th></tr><tr><td>Schirm</td></tr></table><img src="lamp.png" width="40" height="30" alt="Lampe"><form><input name="x"></form>',
}

export const article = (id: string, props: Partial<EarshotArticle> = {}, articles = [lamp, parts, page]) =>
  stage<EarshotArticle>('earshot-article', { article: id, ...props }, { articles })
