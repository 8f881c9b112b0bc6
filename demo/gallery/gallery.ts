import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentTypeOf } from '../server/content-types.ts'
import { headersFor, shopPolicy } from '../server/security.ts'
import { contentResponse, fileBelow } from '../server/static-files.ts'
import { hosts, type Host } from './hosts.ts'

const folder = import.meta.dirname
const has = <T extends object>(object: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(object, key)
const link = (href: string) => `<link rel="stylesheet" href="${href}">`

/**
 * `/gallery/bootstrap/` is Earshot as a guest of Bootstrap, and so on: `?theme=warm` links one of the themes, `?lang=ar` turns the page,
 * `?font=pinned` takes the same font on every machine, `?bare=yes` leaves only the launcher.
 * @param packages the folder in which npm put what this gallery needs.
 * @param themes that of the built themes.
 */
export function gallery(packages: string, themes: string): (request: Request) => Promise<Response | undefined> {
  const file = async (request: Request, root: string, path: string) => {
    const found = await fileBelow(root, path)
    return found === undefined ? undefined : contentResponse(request, new Uint8Array(await readFile(found)), { 'content-type': contentTypeOf(found), ...headersFor(shopPolicy) })
  }
  return async request => {
    const { pathname, searchParams } = new URL(request.url)
    const [, first, name = '', ...rest] = pathname.split('/')
    if (first !== 'gallery') return undefined
    if (name === 'packages') return file(request, packages, rest.join('/'))
    if (name === 'themes') return file(request, themes, rest.join('/'))
    if (has(hosts, name)) return pageOf(request, name, searchParams)
    return name.endsWith('.css') || name.endsWith('.json') ? file(request, folder, name) : undefined
  }
}

async function pageOf(request: Request, host: Host, asked: URLSearchParams): Promise<Response> {
  const word = (key: string) => /^[\w-]*$/.exec(asked.get(key) ?? '')?.[0]
  const [theme, lang] = [word('theme'), word('lang')]
  const sheets = [
    ...hosts[host], 'column.css', ...(asked.get('font') === 'pinned' ? ['pinned.css'] : []), ...(theme ? [`themes/${theme}.css`] : []),
  ]
  const page = (await readFile(join(folder, 'page.html'), 'utf8'))
    .replace('<!-- styles -->', sheets.map(sheet => link(`/gallery/${sheet}`)).join('\n  '))
    .replace('<html lang="en" dir="ltr">', `<html lang="${lang || 'en'}" dir="${/^(ar|he|fa|ur)\b/.test(lang ?? '') ? 'rtl' : 'ltr'}">`)
  const shown = asked.get('bare') === 'yes' ? page.replace(/ *<section.*<\/section>\n/g, '') : page
  return contentResponse(request, shown, { 'content-type': 'text/html; charset=utf-8', ...headersFor(shopPolicy) })
}
