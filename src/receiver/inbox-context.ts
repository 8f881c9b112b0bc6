import type { Clock } from '../core/support/clock.ts'
import type { FileStore } from './files/file-store.ts'
import type { Query } from './query.ts'
import { Refusal } from './refusal.ts'

/** What every part of the staff's side works with. */
export interface InboxContext { query: Query; site: string; basePath: string; clock: Clock; files?: FileStore | undefined }

/** Answers one request of the staff's side; `id` is what stands after the collection in the address. */
export type InboxAction = (context: InboxContext, request: Request, id: string) => Promise<Response>

export const nothing = (): Refusal => new Refusal(404, 'There is nothing at this address.')
