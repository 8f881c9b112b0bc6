/** A content system of three lines behind a `fetch`: it finds pages by words of their names. */
export function fakeContentSystem(pages: readonly { id: string; title: string }[]): typeof fetch {
  return async (input, init) => {
    init?.signal?.throwIfAborted()
    const { pathname, searchParams } = new URL(String(input), 'https://shop.example')
    const query = searchParams.get('q')
    if (query !== null) {
      const words = query.toLowerCase().split(/\s+/)
      const found = pages.filter(({ title }) => words.every(word => title.toLowerCase().includes(word)))
      return Response.json(found.map(({ id, title }) => ({ slug: id, name: title, text: `About ${title}.` })))
    }
    const page = pages.find(({ id }) => id === decodeURIComponent(pathname.slice('/api/help/'.length)))
    return page ? Response.json({ name: page.title, html: `<p>${page.title}</p>` }) : new Response('', { status: 404 })
  }
}
