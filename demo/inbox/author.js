// @ts-check

const key = 'earshot-inbox-author'

/** Who sits here; remembered until the window is closed. */
export function authorName() {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** @param {string} name */
export function rememberAuthor(name) {
  try {
    sessionStorage.setItem(key, name)
  } catch {
    // Without storage the name is typed again.
  }
}
