// @ts-check

/**
 * The page is only looked at: its links and forms lead nowhere, and its address is the one it has in the shop, so that articles for
 * it are found. And it takes the focus only from itself: who is choosing a colour stays there while the panel is drawn again.
 * @param {() => void} toggle what the owner's own button does
 */
export function keepHere(toggle) {
  const address = document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? shopAddresses[location.pathname]
  if (address) history.replaceState(null, '', address)
  document.documentElement.addEventListener('click', event => {
    const target = /** @type {Element} */ (event.target)
    const isOwn = document.documentElement.classList.contains('own-button') && target.closest('[data-help], .head a[href="/help/"]')
    if (isOwn) toggle()
    // What happens inside of the elements is seen from here as happening to them.
    const link = target.closest('a[href]')
    if (isOwn || (link && !link.getAttribute('href')?.startsWith('#'))) event.preventDefault()
  }, true)
  addEventListener('submit', event => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }, true)
  const { focus } = HTMLElement.prototype
  HTMLElement.prototype.focus = function (/** @type {FocusOptions | undefined} */ options) {
    if (document.hasFocus()) focus.call(this, options)
  }
}

/** @type {Record<string, string | undefined>} */
const shopAddresses = { '/playground/pages/product/': '/products/heron/', '/playground/pages/checkout/': '/checkout/' }
