import { Refusal } from '../refusal.ts'
import type { Metrics } from './metrics.ts'

/** Answers `GET {endpoint}/metrics`, where the owner has said who may read it. */
export async function serveMetrics(metrics: Metrics | undefined, request: Request): Promise<Response> {
  if (!metrics?.authorize) throw new Refusal(404, 'There is nothing at this address.')
  if (await metrics.authorize(request) !== true) throw new Refusal(401, 'This is for the operators.')
  return metrics.handle(request)
}
