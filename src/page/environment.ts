import type { Environment } from '../core/issue/issue.ts'
import { plainAddress } from './address.ts'

/** What explains how the page looked. The referrer goes without query and fragment. */
export function environmentOf(view: Window): Environment {
  const { navigator, document } = view
  const referrer = plainAddress(document.referrer)
  return {
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewport: [view.innerWidth, view.innerHeight],
    userAgent: navigator.userAgent,
    ...(referrer && { referrer }),
  }
}
