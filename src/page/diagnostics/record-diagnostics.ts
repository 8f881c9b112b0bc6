import type { Clock } from '../../core/support/clock.ts'
import { shorten } from '../../core/support/whole-at.ts'
import type { Recording } from '../../desk/page.ts'
import { plainAddress } from '../address.ts'
import { isLeftAlone } from '../left-alone.ts'
import { observeRequests } from '../requests.ts'
import { faultIn, type Fault } from './fault-in.ts'
import { Ring } from './ring.ts'
import { versionsOf } from './versions-of.ts'

interface FailedRequest { url: string; status: number; by: string; milliseconds: number }

const most = 20
const longest = 300

/**
 * Remembers the latest twenty errors and the latest twenty failed requests of the page, in memory only, until it is stopped. It
 * listens, and patches nothing. Requests are known to have failed only where the browser tells their status; those made before
 * are among them, errors before are not. What is in the page's own parts marked `data-earshot-ignore` is not seen.
 */
export function recordDiagnostics({ endpoint, clock }: { endpoint?: string | undefined; clock: Clock }, view: Window = window): Recording {
  const end = new AbortController()
  const faults = new Ring<Fault>(most)
  const failed = new Ring<FailedRequest>(most)
  const now = () => new Date(clock.now()).toISOString()
  const hear = (event: Event) => {
    if (event.composedPath().some(node => isLeftAlone(node as Partial<Element>))) return
    const fault = faultIn(event)
    if (fault && !(endpoint && fault.where?.startsWith(endpoint))) faults.add(now(), fault)
  }
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) {
    view.addEventListener(type, hear, { capture: true, passive: true, signal: end.signal })
  }
  observeRequests(
    ({ name, responseStatus: status = 0, initiatorType: by, duration }) => {
      const url = plainAddress(name)
      if (url && status >= 400) failed.add(now(), { url: shorten(url, longest), status, by, milliseconds: Math.round(duration) })
    },
    { endpoint, ended: end.signal, before: true },
  )
  return {
    read: () => ({ errors: faults.read(), requests: failed.read(), versions: versionsOf(view.document) }),
    stop: () => end.abort(),
  }
}
