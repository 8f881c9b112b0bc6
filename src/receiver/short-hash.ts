import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** Of a few kilobytes, on the spot: to hand them to WebCrypto, which works on a thread of its own, costs more than to hash them. */
export const shortSha256 = (bytes: Uint8Array): Uint8Array => sha256(bytes)

/** HMAC with SHA-256, on the spot. */
export const shortHmac = (secret: Uint8Array, bytes: Uint8Array): Uint8Array => hmac(sha256, secret, bytes)
