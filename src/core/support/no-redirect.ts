/**
 * How a request says that it follows no redirect. Cloudflare's workers throw at `error` (workerd 1.20260730.1 does) and, unlike browsers,
 * hand out the redirect itself at `manual`: an answer that is no 2xx.
 */
export function noRedirect(Requests: typeof Request = globalThis.Request): RequestRedirect {
  try {
    return new Requests('https://a.example/', { redirect: 'error' }).redirect
  } catch {
    return 'manual'
  }
}
