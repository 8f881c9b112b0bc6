import { createHash } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { contentTypeOf } from './content-types.ts'
import { headersFor, picturePolicy, scriptPolicy } from './security.ts'

/**
 * The path of a file below `root`; undefined when there is none, or when it is none of the visitor's business:
 * outside (by `..`, an encoded slash or a symbolic link), hidden, or a part of a page (`_parts`).
 */
export async function fileBelow(root: string, pathname: string): Promise<string | undefined> {
  let segments: string[]
  try {
    segments = decodeURIComponent(pathname).split('/').filter(Boolean)
  } catch {
    return undefined
  }
  if (segments.some(segment => segment === '_parts' || /^\.|[\\\0:]/.test(segment))) return undefined
  try {
    const [home, found] = [await realpath(root), await realpath(join(root, ...segments))]
    return found.startsWith(home + sep) && (await stat(found)).isFile() ? found : undefined
  } catch {
    return undefined
  }
}

/** Answers with these bytes, or with 304 when the browser has them already. */
export function contentResponse(request: Request, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>, status = 200): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { 'cache-control': 'no-cache', ...headers, etag }
  if (status === 200 && request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: all })
  return new Response(request.method === 'HEAD' ? null : body, { status, headers: all })
}

/** Answers with a file below `root`, if there is one. Names that carry their content's hash are kept for a year. */
export async function staticFile(request: Request, root: string, pathname: string): Promise<Response | undefined> {
  const path = await fileBelow(root, pathname)
  if (!path) return undefined
  const type = contentTypeOf(path)
  return contentResponse(request, new Uint8Array(await readFile(path)), {
    'content-type': type,
    ...headersFor(type.startsWith('text/javascript') ? scriptPolicy : picturePolicy),
    ...(/\.[0-9a-f]{10}\.\w+$/.test(path) && { 'cache-control': 'public, max-age=31536000, immutable' }),
  })
}
