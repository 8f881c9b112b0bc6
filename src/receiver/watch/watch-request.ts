import type { Clock } from '../../core/support/clock.ts'
import type { RequestDone, Side, Tell } from './happening.ts'
import { notesOn } from './notes.ts'
import { requestIdOf } from './request-id.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Answers as `work` does, and tells of it: from its coming until the answer begins. */
export async function watchRequest(
  { tell, clock, side }: { tell: Tell; clock: Clock; side: Side }, request: Request, work: () => Promise<Response>,
): Promise<Response> {
  const since = clock.now()
  const requestId = requestIdOf(request)
  const done = (response?: Response) => {
    const length = Number(response?.headers.get('content-length') ?? NaN)
    const happening: RequestDone = {
      event: 'request',
      side,
      method: methods.includes(request.method) ? request.method : 'other',
      route: 'none',
      status: response?.status ?? 500,
      ms: Math.max(0, clock.now() - since),
      ...(Number.isInteger(length) && { bytesOut: length }),
      ...(requestId !== undefined && { requestId }),
      ...notesOn(request),
      ...(response && notesOn(response)),
    }
    tell(happening)
  }
  tell({ event: 'request-begun', side })
  try {
    const response = await work()
    done(response)
    return response
  } catch (error) {
    done()
    throw error
  }
}
