import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import phpParser from 'php-parser'
import { onPath } from '../../engines/find-browsers.ts'
import { root } from '../../house/laws/sources.ts'
import { version } from '../../../src/core/support/version.ts'

const folder = join(root, 'demo/recipes/wordpress/earshot')
const pageFile = join(import.meta.dirname, 'wordpress.page.html')
const files = globSync(`${folder}/**/*.php`)
const php = onPath('php')

interface Answer { scripts: string; elements: string[]; settings: string; saved: Record<string, string>; other: object; blocks: [string, string][] }
const answer = (asked: object): Answer => {
  const { status, stdout, stderr } = spawnSync(php!, [join(import.meta.dirname, 'wordpress.php'), JSON.stringify({ plugin: join(folder, 'earshot.php'), ...asked })], { encoding: 'utf8' })
  assert.equal(status, 0, stdout + stderr)
  return JSON.parse(stdout) as Answer
}
const options = { endpoint: '/issues', articles: '', config: '', placement: 'bottom-start', consent: 'not-required' }

describe('The plugin for WordPress', () => {
  it('is PHP, and each of its files ends where it is called by itself', () => {
    const Engine = (phpParser as unknown as { default: new (options: object) => { parseCode(text: string, file: string): unknown } }).default
    for (const file of files) {
      const text = readFileSync(file, 'utf8')
      assert.doesNotThrow(() => new Engine({ parser: { extractDoc: true } }).parseCode(text, file), file)
      if (basename(file) !== 'editor.asset.php') assert.match(text, /defined\( 'ABSPATH' \) \|\| exit;/, file)
    }
    assert.ok(files.length >= 4)
  })

  it('is of this version', () => {
    const text = readFileSync(join(folder, 'earshot.php'), 'utf8')
    assert.match(text, new RegExp(`Version: +${version.replaceAll('.', '\\.')}\\n`))
    assert.match(text, new RegExp(`EARSHOT_VERSION = '${version.replaceAll('.', '\\.')}'`))
  })

  // The page that the journeys walk through is what PHP writes; where there is no PHP, it was so when it was last changed.
  if (php) {
    it('writes the script and its elements as the journeys find them', () => {
      const { scripts, elements } = answer({ options, elements: [[{ element: 'feedback', form: 'idea' }, '<a href="/contact/">Write to us</a>'], ['', null]] })
      assert.equal(`${scripts}\n${elements.join('\n')}\n`, readFileSync(pageFile, 'utf8'))
    })

    it('adds nothing before it was told where messages go, and leaves other scripts alone', () => {
      const { scripts, other } = answer({ options: [] })
      assert.equal(scripts, '')
      assert.deepEqual(other, { id: 'other-js' })
    })

    it('gives its script the nonce of the site’s policy', () => {
      assert.match(answer({ options, nonce: 'a"b' }).scripts, / nonce="a&quot;b"/)
    })

    it('shows nothing of a stranger’s making: elements, attributes, texts', () => {
      const { elements } = answer({ options, elements: [
        [{ element: 'script' }, ''], [{ element: ['help'] }, ''], [{ element: 'rating', for: '"><img onerror=x>', onclick: 'x' }, '<script>x</script><b>y</b>'],
      ] })
      assert.deepEqual(elements, ['', '', '<earshot-rating for="&quot;&gt;&lt;img onerror=x&gt;"><b>y</b></earshot-rating>'])
    })

    it('saves addresses and choices that there are, and shows them escaped, to those who may', () => {
      const input = { endpoint: 'javascript:x', articles: ' /help/index.json ', config: ['x'], placement: 'middle', consent: 'required', more: 'x' }
      const { saved, settings } = answer({ options: { ...options, endpoint: '/"><b>' }, input })
      assert.deepEqual(saved, { endpoint: '', articles: '/help/index.json', config: '', placement: 'bottom-end', consent: 'required' })
      assert.match(settings, /name="earshot\[endpoint\]" value="\/&quot;&gt;&lt;b&gt;"/)
      assert.match(settings, /_wpnonce/)
      assert.equal(answer({ options, can: false }).settings, '')
      assert.deepEqual(answer({ options, input: 'x' }).saved, { ...options, endpoint: '', placement: 'bottom-end' })
    })

    it('has a block that writes the same element', () => {
      assert.deepEqual(answer({ options }).blocks, [['earshot/element', 'earshot_element']])
    })
  }
})
