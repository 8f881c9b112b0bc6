import { toBase64 } from '../core/support/base64.ts'
import { hex } from '../core/support/hex.ts'
import { shortSha256 } from './short-hash.ts'

/** Bytes as WebCrypto and Blob take them. */
export type Bytes = Uint8Array<ArrayBuffer>

const encoder = new TextEncoder()

/** The text in UTF-8. */
export const encode = (text: string): Bytes => encoder.encode(text)

/** As it stands in addresses and headers. */
export const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')

/** Bytes up to which it is quicker to hash them here than to have it done. */
const short = 4_096

/** SHA-256 in hexadecimal. */
export const sha256 = async (bytes: Bytes): Promise<string> =>
  hex(bytes.length <= short ? shortSha256(bytes) : new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
