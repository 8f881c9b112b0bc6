import { fromHex } from '../../core/support/from-hex.ts'
import type { Bytes } from '../bytes.ts'
import { encode } from '../bytes.ts'

const hmac = { name: 'HMAC', hash: 'SHA-256' }

const keyOf = (key: Bytes, use: 'sign' | 'verify') => crypto.subtle.importKey('raw', key, hmac, false, [use])

/** HMAC-SHA-256. */
export const hmacSha256 = async (key: Bytes, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(key, 'sign'), data))

/** Whether a code is the data's, in the same time whether it is or not; an empty key signs nothing. */
export const signed = async (key: Bytes, data: Bytes, mac: Bytes): Promise<boolean> =>
  key.length > 0 && crypto.subtle.verify('HMAC', await keyOf(key, 'verify'), mac, data)

/** Bytes of base64; undefined for anything else. */
export function fromBase64(text: string): Bytes | undefined {
  try {
    return Uint8Array.from(atob(text), letter => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** What stands before a body where both are signed together. */
export function after(head: string, body: Uint8Array): Bytes {
  const before = encode(head)
  const data = new Uint8Array(before.length + body.length)
  data.set(before)
  data.set(body, before.length)
  return data
}

/** Whether a body is signed as `sha256=` and hexadecimal digits, as WebSub has it, and GitHub and Jira after it. */
export async function hubSigned(secret: string, signature: string | null, body: Uint8Array): Promise<boolean> {
  const mac = fromHex(/^sha256=([0-9a-f]{64})$/i.exec(signature ?? '')?.[1] ?? '')
  return mac !== undefined && signed(encode(secret), new Uint8Array(body), mac)
}

// What the specification recommends against old requests told again.
const tolerance = 300_000

/**
 * Whether a request is signed as Standard Webhooks has it: `webhook-id`, `webhook-timestamp` and the body, by one of the signatures
 * in `webhook-signature`. Checked 2026-11-22: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param secret `whsec_` and the key in base64.
 * @param now milliseconds since 1970; a request older or newer than five minutes counts as not signed.
 */
export async function standardSigned(secret: string, { headers }: Request, body: Uint8Array, now: number): Promise<boolean> {
  const key = fromBase64(secret.replace(/^whsec_/, ''))
  const [id, sent, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(name => headers.get(name) ?? '')
  if (!key || !id || !signatures || !/^\d{1,12}$/.test(sent!) || Math.abs(Number(sent) * 1_000 - now) > tolerance) return false
  const data = after(`${id}.${sent}.`, body)
  // A few, for secrets on their way out; never as many as somebody likes to send.
  for (const one of signatures.split(' ', 8)) {
    const mac = one.startsWith('v1,') && fromBase64(one.slice(3))
    if (mac && (await signed(key, data, mac))) return true
  }
  return false
}
