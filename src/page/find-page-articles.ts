/** Articles and templates that say that they are help, and those inside of `<earshot-help>`. */
export const pageArticles = 'article[data-earshot], template[data-earshot], earshot-help > article, earshot-help > template'

/** Whether there are any; a selector that is none is let through, so that somebody hears of it. */
export function hasPageArticles(selector: string, root: ParentNode): boolean {
  try {
    return root.querySelector(selector) !== null
  } catch {
    return true
  }
}
