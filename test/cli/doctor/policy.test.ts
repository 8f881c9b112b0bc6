import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forbidding, readPolicies } from '../../../src/cli/doctor/policy.ts'

const page = new URL('https://shop.example/cart')
const scripts = ['script-src-elem', 'script-src', 'default-src']

test('a policy allows what a browser would, and names the directive that forbids', () => {
  const table: [policy: string, url: string, forbids: string | undefined, nonce?: string, integrity?: string][] = [
    ["default-src 'self'", 'https://shop.example/earshot.js', undefined],
    ["default-src 'self'", 'https://cdn.example/earshot.js', 'default-src'],
    ["default-src 'none'; script-src 'self'", 'https://shop.example/earshot.js', undefined],
    ["script-src 'self'; script-src-elem 'none'", 'https://shop.example/earshot.js', 'script-src-elem'],
    ["img-src 'none'", 'https://cdn.example/earshot.js', undefined],
    ['script-src cdn.example', 'https://cdn.example/a/earshot.js', undefined],
    ['script-src https://cdn.example/a/', 'https://cdn.example/a/earshot.js', undefined],
    ['script-src https://cdn.example/b/', 'https://cdn.example/a/earshot.js', 'script-src'],
    ['script-src https://cdn.example:8443', 'https://cdn.example/earshot.js', 'script-src'],
    ['script-src https://cdn.example:*', 'https://cdn.example:8443/earshot.js', undefined],
    ['script-src *.example', 'https://cdn.example/earshot.js', undefined],
    ['script-src *.cdn.example', 'https://cdn.example/earshot.js', 'script-src'],
    ['script-src https:', 'https://anywhere.example/earshot.js', undefined],
    ['script-src https:', 'http://anywhere.example/earshot.js', 'script-src'],
    ['script-src http://cdn.example', 'https://cdn.example/earshot.js', undefined],
    ['script-src *', 'https://anywhere.example/earshot.js', undefined],
    ["script-src 'nonce-abc'", 'https://cdn.example/earshot.js', undefined, 'abc'],
    ["script-src 'nonce-abc'", 'https://cdn.example/earshot.js', 'script-src', 'xyz'],
    ["script-src 'sha384-abc'", 'https://cdn.example/earshot.js', undefined, '', 'sha384-abc'],
    ["script-src 'sha384-abc'", 'https://cdn.example/earshot.js', 'script-src', '', 'sha384-abc sha384-xyz'],
    ["script-src 'sha384-abc'", 'https://cdn.example/earshot.js', 'script-src'],
    ["script-src 'strict-dynamic' https:", 'https://cdn.example/earshot.js', 'script-src'],
    ["SCRIPT-SRC 'none'", 'https://cdn.example/earshot.js', 'script-src'],
    ["script-src 'self'; script-src *", 'https://cdn.example/earshot.js', 'script-src'],
    // Two policies: each must allow it.
    ["script-src *, script-src 'self'", 'https://cdn.example/earshot.js', 'script-src'],
    ['', 'https://cdn.example/earshot.js', undefined],
  ]
  for (const [policy, url, forbids, nonce, integrity] of table) {
    const wanted = { directives: scripts, url: new URL(url), ...(nonce && { nonce }), ...(integrity && { integrity }) }
    assert.equal(forbidding(readPolicies(policy), wanted, page), forbids, `${policy} | ${url}`)
  }
})
