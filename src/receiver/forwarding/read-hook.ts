import { isRecord } from '../../core/support/json.ts'

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

/** What staff wrote in a tracker as words for a customer: without the comments that nobody is meant to see. */
export const forCustomer = (markdown: string): string => markdown.replace(/<!--[^]*?(?:-->|$)/g, '').trim()
