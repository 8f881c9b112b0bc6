// @ts-check
import { byId, el } from '../inbox/dom.js'
import { current, follow } from './store.js'

const widths = { desktop: 1120, phone: 390 }

/** What the preview may fetch: nothing from elsewhere. @param {Record<string, any>} config */
function shownConfig({ articles, ...config }) {
  const isElsewhere = typeof articles === 'string' && URL.canParse(articles, location.href) && new URL(articles, location.href).origin !== location.origin
  return { ...config, ...(articles !== undefined && { articles: isElsewhere ? '/help/index.json' : articles }) }
}

/**
 * The page on which it is seen. What is changed is shown in it as it stands; only another page is loaded.
 * @param {(issue: { issue: object, attachments: object[] }) => void} sent
 * @param {(problems: readonly import('./check.js').Problem[]) => void} found what turns out only on a page
 */
export function startFrame(sent, found) {
  const stage = byId('stage')
  let frame = el('iframe', { title: 'Preview' })
  let page = ''
  /** Where the customer is in it. @type {{ open: boolean, view?: object }} */
  let at = { open: innerWidth >= 960 }
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer

  const show = () => {
    const { config, dark, theme } = current()
    frame.contentWindow?.postMessage({ show: { config: shownConfig(config), dark, theme, at } }, location.origin)
  }
  const fit = () => {
    const { width } = current()
    const wide = width === 'phone' ? widths.phone : Math.max(widths.desktop, stage.clientWidth)
    const scale = Math.min(1, stage.clientWidth / wide)
    frame.style.width = `${wide}px`
    frame.style.height = `${stage.clientHeight / scale}px`
    frame.style.transform = `scale(${scale})`
    // Scaled, it takes the room it seems to take.
    frame.style.marginInlineEnd = scale < 1 ? `${(scale - 1) * wide}px` : ''
    stage.classList.toggle('narrow', width === 'phone')
  }
  const load = () => {
    page = current().page
    frame.remove()
    // A new one: the old one's pages are no steps back.
    frame = el('iframe', { title: 'Preview', src: `/playground/pages/${page}/` })
    stage.append(frame)
    fit()
  }
  addEventListener('message', ({ source, origin, data }) => {
    if (origin !== location.origin || source !== frame.contentWindow) return
    if (data.ready) show()
    if (data.at) at = data.at
    if (data.issue) sent(data)
    if (data.problems) found(data.problems)
  })
  follow(() => {
    if (current().page !== page) return load()
    fit()
    clearTimeout(timer)
    timer = setTimeout(show, 120)
  })
  new ResizeObserver(fit).observe(stage)
  load()
}
