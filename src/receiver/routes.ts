import { acceptIssue } from './accept.ts'
import type { Context } from './context.ts'
import { streamEvents } from './events.ts'
import { takeHook } from './forwarding/take-hook.ts'
import type { Probe } from './intake/readiness.ts'
import { readPeople } from './people.ts'
import { json, Refusal } from './refusal.ts'
import { listRequests } from './requests.ts'
import { openShare, shareIssue, unshareIssue } from './share.ts'
import { takeProof } from './spam/take-proof.ts'
import { readFile, readThread, takeReply } from './thread.ts'

/** Answers a request; `ids` are the parts of its path that stand for something. */
type Action = (context: Context, request: Request, ...ids: [string, string]) => Response | Promise<Response>

const openapi: Action = async ({ options: { basePath } }) => json((await import('./openapi.ts')).openapiDocument({ basePath }))

/** By path, `*` for an id, then by method. */
const routes: Readonly<Record<string, Readonly<Record<string, Action | Probe>>>> = {
  '': { GET: listRequests, POST: acceptIssue },
  'open': { POST: openShare },
  'people': { GET: readPeople },
  'health': { GET: 'health', HEAD: 'health' },
  'ready': { GET: 'ready', HEAD: 'ready' },
  'openapi.json': { GET: openapi },
  'hooks/*': { POST: takeHook },
  '*': { GET: readThread },
  '*/messages': { POST: takeReply },
  '*/attachments/*': { GET: readFile },
  '*/events': { GET: streamEvents },
  '*/proof': { POST: takeProof },
  '*/shares': { POST: shareIssue, DELETE: unshareIssue },
}

/** What answers a path, named by its segments, and the pattern of that path. @throws {Refusal} 404, and 405 with what is possible there */
export function findRoute(method: string, segments: readonly string[]): { action: Action | Probe; ids: [string, string]; route: string } {
  const [first = '', second, third, ...more] = segments
  // The names of the house come before ids; those are long and minted by machines.
  const hook = first === 'hooks' && second !== undefined && third === undefined
  const path = hook ? 'hooks/*' : [second === undefined && Object.hasOwn(routes, first) ? first : '*', ...(second === undefined ? [] : [second]), ...(third === undefined ? [] : ['*'])].join('/')
  const methods = !more.length && Object.hasOwn(routes, path) ? routes[path]! : undefined
  if (!methods) throw new Refusal(404, 'There is nothing at this address.')
  const action = Object.hasOwn(methods, method) ? methods[method] : undefined
  if (action) return { action, ids: hook ? [second, ''] : [first, third ?? ''], route: `/${path}` }
  const allow = [...Object.keys(methods), 'OPTIONS'].join(', ')
  throw new Refusal(405, `Expected ${allow}.`, { headers: { allow } })
}
