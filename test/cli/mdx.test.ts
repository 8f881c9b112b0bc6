import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutCode } from '../../src/cli/mdx.ts'
import { built, folder } from './folder.ts'

const mdx = `import { Card } from './card'
import './style.css'

export const meta = {
  title: 'x',
}

# Returns

{/* a note
  in two lines */}

<Card title="a" />

<Tabs
  items={['a', 'b']}
>

Sixty **days**{/* or so */}, <Badge>new</Badge> {'{'}as you like{'}'}.

{props.children}

</Tabs>

\`\`\`js
import x from 'y'
\`\`\`
`

test('of MDX the Markdown is read, every line where it was', () => {
  const { text, left, first } = withoutCode(mdx)
  assert.deepEqual(text.split('\n').flatMap((line, index) => (line ? [`${index + 1} ${line}`] : [])), [
    '8 # Returns', '19 Sixty **days**, <Badge>new</Badge> {as you like}.', '25 ```js', "26 import x from 'y'", '27 ```',
  ])
  assert.deepEqual([left, first], [13, 1])
})

test('what was left out of MDX is said once, and links keep their lines', async t => {
  const { read, warnings, search } = await built(t, folder(t, { 'returns.mdx': `---\ntopics: [a]\n---\n${mdx}\n[x](gone.mdx) [y](other.mdx)`, 'other.mdx': '# Other\n\nshipping is fine', 'only.mdx': "import x from 'y'" }))
  const { title, body } = await read('returns')
  assert.equal(title, 'Returns')
  assert.ok(body.includes('[y](#/article/other)') && body.includes('Sixty **days**') && !body.includes('Card'))
  assert.deepEqual(warnings, ['only.mdx:1 code', 'only.mdx empty', 'returns.mdx:4 code', 'returns.mdx:32 link'])
  assert.deepEqual(await search('shipping'), ['other'])
})

test('much of anything comes back at once', () => {
  for (const part of ['{', '{/*', '<A ', '<A\n', 'import {\n', 'export const a = {\n', "import x '", '<A x={', '{}'.repeat(9) + '\n', '```\n', '{\'']) {
    const before = performance.now()
    withoutCode(part.repeat(500_000 / part.length))
    assert.ok(performance.now() - before < 3000, part)
  }
})
