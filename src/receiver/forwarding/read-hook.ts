import { isRecord } from '../../core/support/json.ts'
import { at } from '../../core/transports/fill.ts'
import type { Change } from './forwarder.ts'

/** The JSON of a webhook, sent as such or as a form's `payload`; undefined where it is none. */
export function readHook(request: Request, body: Uint8Array): Record<string, unknown> | undefined {
  const text = new TextDecoder().decode(body)
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')
  try {
    const said: unknown = JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text)
    return isRecord(said) ? said : undefined
  } catch {
    return undefined
  }
}

/** The texts of a webhook by their paths. */
export const textsOf = (said: unknown) => (path: string): string | undefined => {
  const found = at(said, path)
  return typeof found === 'string' ? found : undefined
}

/** What staff wrote in answer; what a webhook leaves out is left out. @param id the comment's own: two webhooks may tell of one. */
export const answerOf = (
  answer: Pick<Change, 'reference' | 'id'> & { text: string }, { at, name, avatar }: { at: string | undefined; name: string | undefined; avatar: string | undefined },
): Change => ({
  ...answer,
  status: 'answered',
  ...(at && { at }),
  ...(name && { author: { name, ...(avatar && { avatar }) } }),
})

/** What staff wrote in a tracker as words for a customer: without the comments that nobody is meant to see. */
export const forCustomer = (markdown: string): string => markdown.replace(/<!--[^]*?(?:-->|$)/g, '').trim()
