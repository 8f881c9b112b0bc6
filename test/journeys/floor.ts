import type { Interception } from '../../demo/start.ts'

/** What comes instead of a part, each in another way that servers, networks and extensions have. */
export const mishaps: readonly (readonly [how: string, instead: () => Interception])[] = [
  ['is not there', () => new Response('<!doctype html><title>Not found</title>', { status: 404, headers: { 'content-type': 'text/html' } })],
  ['is cut off', () => 'drop'],
  ['is a page', () => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } })],
  ['is no script', () => new Response('export const =', { headers: { 'content-type': 'text/javascript' } })],
]

/** Those on which most hangs. `FLOOR=all` tries every one that a walk asks for. */
export const pillars = ['app', 'results', 'search-engine', 'article', 'feedback', 'posting-verbs', 'outbox']
