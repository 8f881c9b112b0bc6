import { blocksOf, read } from './blocks.ts'

/** The page that says what a policy must allow. Its blocks are served as they stand there. */
export const policyPage = 'docs/content-security-policy.md'

/** The headers of each ```` ```http NAME ```` block of the page, by its name; a line that begins with a space goes on with the one before. */
export function documentedHeaders(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const blocks = blocksOf(policyPage, read(policyPage)).filter(({ language }) => language === 'http')
  return new Map(blocks.map(({ name, text, place }) => {
    const lines = text.trim().replace(/\n[ ]+/g, ' ').split('\n')
    const headers = lines.map(line => {
      const [, header, value] = /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? []
      if (!header || !value) throw new Error(`${place}: "${line}" is no header`)
      return [header.toLowerCase(), value]
    })
    return [name, Object.fromEntries(headers)]
  }))
}

/** The headers of one block, its `{blanks}` filled. @throws where the page has no such block, or a blank is left. */
export function headersNamed(name: string, blanks: Readonly<Record<string, string>>): Record<string, string> {
  const found = documentedHeaders().get(name)
  if (!found) throw new Error(`${policyPage} has no block "http ${name}"`)
  return Object.fromEntries(Object.entries(found).map(([header, value]) => [
    header,
    value.replace(/\{(\w+)\}/g, (_, blank: string) => {
      const filled = blanks[blank]
      if (filled === undefined) throw new Error(`${policyPage}: nothing fills {${blank}} of "${name}"`)
      return filled
    }),
  ]))
}
