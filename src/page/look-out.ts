import type { LookOut, Silence } from '../desk/page.ts'

/** Longer than this nobody waits to be told, in milliseconds. */
const patience = 5_000

/**
 * Finds out why an address gives no answer. What the page's policy forbids the browser tells by itself; for the rest the page's own
 * address is asked whether it answers, and the silent one, without anything of the customer's.
 */
export function lookOut(address: string, view: Window, fetch: typeof globalThis.fetch = view.fetch.bind(view)): LookOut {
  const { document, location, navigator } = view
  const url = new URL(address, location.href)
  const own = () => location.origin + location.pathname
  let forbidden = false
  const note = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
    // Only the origin is told where another one is blocked. Our question to the page, which everything begins with on a site's first
    // page, says nothing of the address.
    if (effectiveDirective === 'connect-src' && blockedURI !== own() && (url.href.startsWith(blockedURI) || blockedURI === url.origin)) forbidden = true
  }
  document.addEventListener('securitypolicyviolation', note)

  const answers = async (href: string, mode: RequestMode, redirect: RequestRedirect = 'follow') => {
    const ending = new AbortController()
    const timer = view.setTimeout(() => ending.abort(), patience)
    const init = { __proto__: null, method: 'HEAD', mode, credentials: 'omit', cache: 'no-store', redirect, signal: ending.signal } as RequestInit
    try {
      await fetch(href, init)
      return true
    } catch {
      return false
    } finally {
      view.clearTimeout(timer)
    }
  }

  return {
    async why(): Promise<Silence> {
      if (forbidden) return 'policy'
      // Says "no" only when it is sure.
      if (!navigator.onLine) return 'offline'
      if (!(await answers(own(), 'same-origin', 'manual'))) return 'unreachable'
      if (await answers(url.href, 'cors')) return 'unreachable'
      // Our own question is forbidden as well, and that is told by now.
      if (forbidden) return 'policy'
      if (url.origin === location.origin) return 'blocked'
      return (await answers(url.href, 'no-cors')) ? 'cors' : 'blocked'
    },
    stop: () => document.removeEventListener('securitypolicyviolation', note),
  }
}
