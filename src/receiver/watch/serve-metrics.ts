import { Refusal } from '../refusal.ts'
import type { Metrics } from './metrics.ts'
import { note } from './notes.ts'

/**
 * Answers `GET {endpoint}/metrics` where the owner has said who may read it; undefined for everything else. Asks nothing of the database,
 * so that it answers while that is away.
 */
export function serveMetrics(metrics: Metrics | undefined, request: Request, segments: readonly string[] | undefined): Promise<Response> | undefined {
  const { authorize } = metrics ?? {}
  if (!metrics || !authorize || request.method !== 'GET' || segments?.length !== 1 || segments[0] !== 'metrics') return undefined
  note(request, { route: '/metrics' })
  return (async () => {
    if (await authorize(request) !== true) throw new Refusal(401, 'This is for the operators.')
    return metrics.handle(request)
  })()
}
