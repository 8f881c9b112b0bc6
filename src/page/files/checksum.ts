import { hex } from '../../core/support/hex.ts'

// Taken at load, so that a page that patches `crypto` later cannot lie about files. Undefined on plain `http:` pages.
const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle

/**
 * SHA-256 of the bytes, in lower-case hexadecimal: the platform's where it may be used, else a library's, fetched for it.
 * @param native the platform's digests; null where there are none.
 */
export async function checksum(bytes: ArrayBuffer, native: Pick<SubtleCrypto, 'digest'> | null = subtle ?? null): Promise<string> {
  const digest = native
    ? new Uint8Array(await native.digest('SHA-256', bytes))
    : (await import('@noble/hashes/sha2.js')).sha256(new Uint8Array(bytes))
  return hex(digest)
}
