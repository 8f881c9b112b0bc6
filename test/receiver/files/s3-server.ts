import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')
const hmac = (key: Uint8Array | string, data: string) => createHmac('sha256', key).update(data).digest()

export const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }

/** What is wrong with a request's signature, by the rules of Signature Version 4; written from them, not from what signs. */
function wrongWith({ method, url = '', headers }: IncomingMessage, body: Buffer, here: string): string | undefined {
  const [, id, date, region, service, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? []
  if (!signature || id !== keys.accessKeyId) return 'InvalidAccessKeyId'
  const time = String(headers['x-amz-date'])
  const sent = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!time.startsWith(date!) || !(Math.abs(Date.now() - sent) < 15 * 60_000)) return 'RequestTimeTooSkewed'
  if (region !== here || service !== 's3') return 'AuthorizationHeaderMalformed'
  const signed = names!.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every(name => signed.includes(name))) return 'AccessDenied'
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const [path = '', search = ''] = url.split('?')
  const canonical = [
    method, path, search, ...signed.map(name => `${name}:${String(headers[name]).trim()}`), '', names, sha256(body),
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', time, `${date}/${region}/${service}/aws4_request`, sha256(canonical)].join('\n')
  const key = [region, service, 'aws4_request'].reduce((key, part) => hmac(key, part!), hmac('AWS4' + keys.secretAccessKey, date!))
  return hmac(key, toSign).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch'
}

/** A store that speaks S3's protocol over real HTTP, has the bucket `pictures` and believes nobody. */
export async function startS3(region = 'eu-test-1') {
  const kept = new Map<string, { bytes: Buffer; type: string | undefined }>()
  const state = { kept, mood: 'accept' as 'accept' | 'down' | 'hang' | 'redirect' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const body = Buffer.concat(parts)
      const refuse = (status: number, code: string) =>
        response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>secret words</Message></Error>`)
      if (state.mood === 'hang') return
      if (state.mood === 'down') return void refuse(503, 'SlowDown')
      if (state.mood === 'redirect') return void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()
      const wrong = wrongWith(request, body, region)
      if (wrong) return void refuse(403, wrong)
      const [, bucket, key] = /^\/([^/]+)\/(.+)$/.exec(request.url ?? '') ?? []
      if (bucket !== 'pictures' || !key) return void refuse(404, 'NoSuchBucket')
      if (request.method === 'PUT') {
        if (request.headers['content-length'] === undefined) return void refuse(411, 'MissingContentLength')
        kept.set(key, { bytes: body, type: request.headers['content-type'] })
        return void response.end()
      }
      if (request.method === 'DELETE') {
        kept.delete(key)
        return void response.writeHead(204).end()
      }
      const found = kept.get(key)
      if (found) response.end(found.bytes)
      else refuse(404, 'NoSuchKey')
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  })
}
