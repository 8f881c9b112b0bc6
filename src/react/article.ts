import { EarshotArticle as Article } from '../elements/article/article.ts'
import { component } from './component.ts'

/** `<earshot-article>` for React. */
export const EarshotArticle = /* @__PURE__ */ component('earshot-article', Article)
