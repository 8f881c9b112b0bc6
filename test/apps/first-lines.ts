import { blocksOf, read } from '../docs/blocks.ts'

const page = 'docs/frameworks.md'

/** The named blocks under a stack's heading in the documentation, by their paths in a project. @throws when there are none. */
export function firstLines(stack: string): Map<string, string> {
  const text = read(page)
  const section = text.split(/^(?=## )/m).find(part => part.includes(`](../demo/apps/${stack})`))
  const blocks = section ? blocksOf(page, section).filter(({ name }) => name) : []
  if (!blocks.length) throw new Error(`${page} has no first lines for ${stack}: a section with a link to its app, and a block with a path`)
  return new Map(blocks.map(block => [block.name, block.text]))
}
