// A little site with its own Pagefind index, for the tests of that source: built with Pagefind itself when it is first asked for.
import { close, createIndex } from 'pagefind'

const page = (main, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>Lamps</title></head><body><nav>Home · Help</nav>${main}<footer>Imprint</footer></body></html>`

const pages = {
  '/pagefind-site/help/return/': page(`<main><h1>Return something &amp; relax</h1><p>You have <strong>sixty days</strong> from the day your parcel arrived.</p>
    <h2 id="how">How</h2><ol><li>Open <a href="../refund/">your order</a>.</li></ol><script>alert(1)</script></main>`),
  '/pagefind-site/help/refund/': page('<main><h1>When your refund arrives</h1><p>A refund follows within <code>&lt;five&gt;</code> working days after the parcel has arrived.</p></main>'),
  '/pagefind-site/help/lamp.html': page('<main><h1>The Heron lamp flickers</h1><p>First tighten the bulb.</p><p data-pagefind-ignore>Secret words about llamas.</p></main>'),
}
// In the index, but nowhere to be read: only its words are left.
const lost = { url: '/help/lost/', content: page('<main><h1>A lost page</h1><p>Its words are <b>still</b> there.</p></main>') }

let files

async function build() {
  const { index } = await createIndex()
  // Pagefind counts addresses from the folder that its own is in.
  for (const [path, content] of Object.entries(pages)) await index.addHTMLFile({ url: path.slice('/pagefind-site'.length), content })
  await index.addHTMLFile(lost)
  const built = await index.getFiles()
  await close()
  return new Map(built.files.map(({ path, content }) => [`/pagefind-site/pagefind/${path}`, Buffer.from(content)]))
}

const typeOf = path => (path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : path.endsWith('.json') ? 'application/json' : 'application/octet-stream')

/** Middleware of the test server: the site under `/pagefind-site/`. */
export async function pagefindSite(context, next) {
  if (!context.path.startsWith('/pagefind-site/')) return next()
  const found = pages[context.path] ?? (await (files ??= build())).get(context.path)
  context.status = found ? 200 : 404
  context.type = pages[context.path] ? 'text/html' : found ? typeOf(context.path) : 'text/plain'
  context.body = found ?? 'Not found'
}
