import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elementsIn, parseHtml } from '../../../src/cli/html-document.ts'
import { snippet } from '../../../src/cli/snippet/snippet.ts'
import { fromData } from '../../../src/core/settings/from-data.ts'

const scriptsIn = (html: string) => [...elementsIn(parseHtml(html))].filter(({ name }) => name === 'script')
const integrity = { 'earshot.js': 'sha384-one', 'earshot/app.js': 'sha384-two' }

test('the snippet is one tag, with the settings as attributes that are read back as they were', () => {
  const settings = { endpoint: '/issues?a=1&b="2"', withoutLauncher: true, suggest: false, locale: undefined }
  const html = snippet({ base: '/earshot/0.1.0', settings })
  assert.equal(html, '<script async src="/earshot/0.1.0/earshot.js" data-endpoint="/issues?a=1&amp;b=&quot;2&quot;" data-without-launcher data-suggest="false"></script>')
  const { attributes } = scriptsIn(html)[0]!
  const data = Object.fromEntries([...attributes].filter(([name]) => name.startsWith('data-'))
    .map(([name, value]) => [name.slice(5).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value]))
  assert.deepEqual(fromData(data), { endpoint: settings.endpoint, withoutLauncher: true, suggest: false })
})

test('a script of another site is asked for so that it may be checked', () => {
  assert.match(snippet({ base: 'https://cdn.example/e/' }), /src="https:\/\/cdn\.example\/e\/earshot\.js" crossorigin="anonymous"/)
  assert.match(snippet({ base: '//cdn.example/e' }), /crossorigin/)
  assert.doesNotMatch(snippet({ base: '/e' }), /crossorigin|integrity/)
  assert.match(snippet({ base: '/e', integrity }), /integrity="sha384-one" crossorigin="anonymous"/)
})

test('the import map names each chunk by an address that is one, and nothing in it ends the element', () => {
  const mapOf = (base: string) => {
    const [map] = scriptsIn(snippet({ base, integrity: { ...integrity, 'earshot/</script>.js': 'x' }, importMap: true, nonce: 'n"1' }))
    assert.deepEqual([map!.attributes.get('type'), map!.attributes.get('nonce')], ['importmap', 'n"1'])
    return Object.keys((JSON.parse(String(map!.children[0])) as { integrity: object }).integrity)
  }
  assert.deepEqual(mapOf('https://cdn.example/e/'), ['https://cdn.example/e/earshot/app.js', 'https://cdn.example/e/earshot/</script>.js'])
  assert.equal(mapOf('/e/')[0], '/e/earshot/app.js')
  assert.equal(mapOf('e')[0], './e/earshot/app.js')
  assert.equal(mapOf('../e')[0], '../e/earshot/app.js')
  assert.equal(mapOf('')[0], './earshot/app.js')
})

test('without checksums there is nothing to list', () => {
  assert.doesNotMatch(snippet({ base: '/e', importMap: true }), /importmap/)
})
