const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] =>
  [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))]

/** Resolves when nothing fades or moves any more: what is still fading in has not its colours yet. */
export async function atRest(): Promise<void> {
  await new Promise(requestAnimationFrame)
  // WebKit tells those of a shadow root only to who asks that root.
  await Promise.all(roots(document).flatMap(root => root.getAnimations()).map(({ finished }) => finished.catch(() => {})))
}
