import type { ReactiveControllerHost } from 'lit'
import type { Desk } from '../../../desk/desk.ts'
import { Parts } from './parts.ts'

// What a page may say from outside that needs more than the cascade, once it does.
const decisive = ['accent', 'canvas', 'raised', 'density', 'radius']
const named = new WeakSet<object>()

/** How an element looks beyond what it brings: names for the owner's style sheet, and, where an owner has touched something, what that needs. */
export function tailor(host: HTMLElement & ReactiveControllerHost, desk: Desk): void {
  if (!named.has(host)) host.addController(new Parts(host))
  named.add(host)
  const now = getComputedStyle(host)
  const isTouched = decisive.some(token => now.getPropertyValue(`--earshot-${token}`))
  if (isTouched || Object.keys(desk.settings.theme).length > 0) void import('./dress.ts').then(({ dress }) => dress(host, desk, decisive), () => {})
}
