import { systemClock, type Clock } from '../core/support/clock.ts'
import { withCors } from './cors.ts'
import type { FileStore } from './files/file-store.ts'
import { beOnDuty, leaveDuty, listDuty } from './inbox-duty.ts'
import { giveUp, handOver, listAll, tryAgain } from './inbox-forwards.ts'
import { nothing, type InboxAction } from './inbox-context.ts'
import { change, file, list, read, reply } from './inbox-issues.ts'
import { readKudos } from './inbox-kudos.ts'
import { writeNote } from './inbox-notes.ts'
import type { Query } from './query.ts'
import { answer, Refusal } from './refusal.ts'
import { createWatch, type WatchOptions } from './watch/create-watch.ts'
import { note } from './watch/notes.ts'

export interface InboxOptions extends WatchOptions {
  query: Query
  /** Whether this request comes from staff. Asked for every one of them; there is no default. */
  authorize: (request: Request) => boolean | Promise<boolean>
  /** The receiver's `site`. Default: `''`. */
  site?: string
  /** Default `/inbox`: the list is at `/inbox/issues`. */
  basePath?: string
  /** The receiver's `files`: without it, files that lie there cannot be read here. */
  files?: FileStore
  clock?: Clock
}

export interface Inbox {
  /** Answers a request of the staff's API; always resolves. */
  handle(request: Request): Promise<Response>
}

const actions: Readonly<Record<string, InboxAction>> = {
  'GET issues': list,
  'GET issues *': read,
  'PATCH issues *': change,
  'POST issues * messages': reply,
  'GET attachments *': file,
  'POST notes': writeNote,
  'GET kudos': readKudos,
  'GET forwards': listAll,
  'POST forwards * retry': tryAgain,
  'POST forwards * give-up': giveUp,
  'POST forwards * hand-over': handOver,
  'GET duty': listDuty,
  'PUT duty': beOnDuty,
  'DELETE duty': leaveDuty,
}

/**
 * The staff's side: lists, reads and answers issues, asks back, tells what changed, knows who is on duty, who was praised, and what
 * could not be passed on.
 * JSON for a page of your own; no CORS, so only pages of the same origin can use it.
 */
export function createInbox({
  query: given, authorize, site = '', basePath: path = '/inbox', files, clock = systemClock, ...watching
}: InboxOptions): Inbox {
  const watch = createWatch(watching, given, clock, 'inbox')
  const { query } = watch
  const basePath = path.replace(/\/+$/, '')
  const context = { query, site, basePath, files, clock }
  let ready: Promise<void> | undefined

  async function route(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith(basePath + '/')) throw nothing()
    if (!(await authorize(request))) throw new Refusal(401, 'This is for staff.')
    await (ready ??= watch.migrate().catch((error: unknown) => {
      ready = undefined
      throw error
    }))
    const [collection, id = '', part, ...more] = pathname.slice(basePath.length + 1).split('/')
    const name = [request.method, collection, ...(id ? ['*'] : []), ...(part === undefined ? [] : [part])].join(' ')
    const action = !more.length && Object.hasOwn(actions, name) && actions[name]
    if (!action) throw nothing()
    note(request, { route: `/${name.slice(name.indexOf(' ') + 1).replaceAll(' ', '/')}` })
    return action(context, request, id)
  }

  return {
    handle: async request => withCors(
      await watch.request(request, () => answer(() => route(request), error => watch.report(error, request))), request, undefined),
  }
}
