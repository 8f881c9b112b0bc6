import type { Environment } from '../core/issue/issue.ts'

/** What explains how the page looked. The referrer goes without query and fragment. */
export function environmentOf(view: Window): Environment {
  const { navigator, document } = view
  const referrer = URL.canParse(document.referrer) ? new URL(document.referrer) : undefined
  return {
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewport: [view.innerWidth, view.innerHeight],
    userAgent: navigator.userAgent,
    ...(referrer && { referrer: referrer.origin + referrer.pathname }),
  }
}
