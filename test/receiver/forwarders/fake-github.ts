import assert from 'node:assert/strict'
import { fakeService } from './fake-service.ts'

export const token = 'github_pat_secret'
export interface Kept { number: number; title: string; body: string; html_url: string; created_at: string; labels?: string[] }

/** GitHub, as https://docs.github.com/en/rest/issues has it. */
export function fakeGithub({ searchOnly = false, now = () => Date.parse('2026-11-22T12:00:00Z') } = {}) {
  const issues: Kept[] = []
  const comments: { id: number; body: string }[] = []
  const page = (items: unknown[], url: URL) => {
    const [size, number] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page') ?? 1)]
    return Response.json(items.slice((number - 1) * size, number * size))
  }
  const service = fakeService(({ method, url, path, headers, json }) => {
    assert.equal(url.origin, 'https://api.github.com')
    assert.equal(headers.get('authorization'), `Bearer ${token}`)
    assert.equal(headers.get('accept'), 'application/vnd.github+json')
    assert.equal(headers.get('x-github-api-version'), '2026-03-10')
    const kept = json as Kept
    if (method === 'POST' && path === '/repos/acme/shop/issues') {
      const number = issues.length + 41
      issues.unshift({ ...kept, number, html_url: `https://github.com/acme/shop/issues/${number}`, created_at: '2026-11-22T12:00:00Z' })
      return Response.json(issues[0], { status: 201 })
    }
    if (method === 'GET' && path === '/repos/acme/shop/issues') {
      assert.equal(url.searchParams.get('state'), 'all')
      assert.equal(url.searchParams.get('since'), new Date(now() - 86_400_000).toISOString())
      return page(searchOnly ? [] : issues, url)
    }
    if (method === 'GET' && path === '/search/issues') {
      const [, marker] = /^repo:acme\/shop is:issue in:body "(earshot:[^"]+)"$/.exec(url.searchParams.get('q')!)!
      return Response.json({ total_count: 1, items: issues.filter(({ body }) => body.includes(marker!)) })
    }
    if (path === '/repos/acme/shop/issues/41/comments') {
      if (method === 'GET') return page(comments, url)
      comments.push({ id: comments.length + 1, body: kept.body })
      return Response.json(comments.at(-1), { status: 201 })
    }
    throw new Error(`GitHub knows no ${method} ${path}`)
  }, () => Response.json({ message: 'Validation Failed', errors: [{ code: 'custom', message: 'title is too long' }] }, { status: 422 }))
  return { ...service, issues, comments }
}
