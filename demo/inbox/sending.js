// @ts-check
import { authorName, rememberAuthor } from './author.js'
import { el } from './dom.js'

/** The name under which staff write. @param {string} id */
export const authorField = id => el('input', { id, name: 'author', required: true, autocomplete: 'name', maxlength: 200, value: authorName() })

/**
 * Sends once at a time, and under the same id until what is sent is another: sent twice, it counts once.
 * @param {{ button: HTMLElement, problem: HTMLElement, author: HTMLInputElement, content: () => object, post: (message: any) => Promise<unknown>, sent: () => Promise<void> | void }} parts
 */
export function sender({ button, problem, author, content, post, sent }) {
  let id = crypto.randomUUID()
  let tried = ''
  return async () => {
    if (button.getAttribute('aria-disabled')) return
    problem.textContent = ''
    const said = { ...content(), author: { name: author.value.trim() } }
    if (JSON.stringify(said) !== tried) id = crypto.randomUUID()
    tried = JSON.stringify(said)
    rememberAuthor(author.value.trim())
    // Not `disabled`: the focus would be lost.
    button.setAttribute('aria-disabled', 'true')
    try {
      await post({ id, ...said })
      tried = ''
      await sent()
    } catch (error) {
      problem.textContent = `It was not sent. ${error instanceof Error ? error.message : ''} Your text is still here.`
    } finally {
      button.removeAttribute('aria-disabled')
    }
  }
}
