import { deadline } from '../../core/support/deadline.ts'
import { EarshotError } from '../../core/support/errors.ts'
import { noRedirect } from '../../core/support/no-redirect.ts'
import { sha256, type Bytes } from '../bytes.ts'
import { packageMissing } from '../package-missing.ts'
import { checkKey } from './check-key.ts'
import type { FileStore } from './file-store.ts'

const redirect = noRedirect()

export interface S3Options {
  /** `https://s3.eu-central-1.amazonaws.com`, `https://<account>.r2.cloudflarestorage.com`, `http://minio:9000`. */
  endpoint: string | URL
  /** `auto` at Cloudflare. */
  region: string
  /** Becomes the first part of the path. Leave it out where the endpoint names it: `https://<bucket>.s3.<region>.amazonaws.com`. */
  bucket?: string
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string
  /** Before each key: `earshot/`. Default: nothing. */
  prefix?: string
  /** Milliseconds for one request. Default 20,000. */
  timeout?: number
  fetch?: typeof globalThis.fetch
}

/**
 * Keeps files in a bucket of Amazon S3, or of any store that speaks its protocol with Signature Version 4.
 * Needs the package `aws4fetch` (MIT, 6 kB, no dependencies, WebCrypto, so Node and workers alike) and the rights
 * `s3:PutObject`, `s3:GetObject`, `s3:DeleteObject`; with `s3:ListBucket` a file that is gone reads as gone, without it as refused.
 * The bucket should not be public: whoever may read a file asks the receiver.
 * Checked 2026-11-22: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html
 * @throws {EarshotError} `receiver/no-endpoint`.
 */
export function s3(options: S3Options): FileStore {
  const { bucket, prefix = '', timeout = 20_000, fetch = globalThis.fetch, endpoint, ...keys } = options
  const base = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (!base || !/^https?:$/.test(base.protocol) || base.username || base.password) {
    throw new EarshotError('receiver/no-endpoint', 'The endpoint of the file store must be an absolute http(s) address without user or password')
  }
  const root = [base.origin + base.pathname.replace(/\/+$/, ''), ...(bucket ? [encodeURIComponent(bucket)] : [])].join('/')
  // Nothing is tried again in here: whoever waits for the answer comes again by itself.
  const load = () => import('aws4fetch').catch(packageMissing('aws4fetch', 'Files in S3 need'))
  const cache = new Map<string, ArrayBuffer>()

  async function ask<T>(method: string, key: string, body: { bytes: Bytes; type: string } | undefined, use: (answer: Response) => Promise<T>): Promise<T> {
    const url = `${root}/${prefix}${checkKey(key)}`
    const controller = new AbortController()
    const exchange = async () => {
      const { AwsV4Signer } = await load()
      const sum = { 'X-Amz-Content-Sha256': await sha256(body?.bytes ?? new Uint8Array()), ...(body && { 'Content-Type': body.type }) }
      const { headers } = await new AwsV4Signer({ ...keys, service: 's3', cache, url, method, headers: sum }).sign()
      const answer = await fetch(url, { method, headers, redirect, signal: controller.signal, ...(body && { body: body.bytes }) })
      if (!answer.ok && answer.status !== 404) {
        const said = /<Code>(\w+)<\/Code>/.exec((await answer.text()).slice(0, 2_000))?.[1]
        throw new EarshotError(
          'receiver/files-failed', `${method} ${root} was answered with ${answer.status}${said ? ` ${said}` : ''}`, { status: answer.status })
      }
      return use(answer)
    }
    try {
      return await deadline(exchange(), timeout, 'receiver/files-slow')
    } finally {
      controller.abort()
    }
  }
  const missing = (answer: Response) => answer.status === 404

  return {
    put: (key, bytes, type) => ask('PUT', key, { bytes, type }, async answer => {
      if (missing(answer)) throw new EarshotError('receiver/files-failed', `PUT ${root} was answered with 404: there is no such bucket`, { status: 404 })
    }),
    get: key => ask('GET', key, undefined, async answer => {
      if (!missing(answer)) return new Uint8Array(await answer.arrayBuffer())
      // Without the bucket nothing can be told of what is in it.
      if (/<Code>NoSuchBucket<\/Code>/.test(await answer.text())) throw new EarshotError('receiver/files-failed', `There is no bucket at ${root}`)
      return undefined
    }),
    remove: key => ask('DELETE', key, undefined, async () => {}),
  }
}
