import { readFile } from 'node:fs/promises'
import type { Intercept } from './world.ts'

/** A page of the host's own, where the shop's stand: with what the host has in it, and no policy unless it says so. */
export interface HostPage {
  /** In its head, before the script tag. */
  head?: string
  body?: string
  /** The script tag; one with the shop's settings by default. */
  tag?: string
  /** Scripts that it brings along, by path: as text, or the file of a package. */
  files?: Readonly<Record<string, string | URL>>
  headers?: Readonly<Record<string, string>>
}

export const hostPath = '/host/'
export const ownTag = '<script async src="/earshot.js" data-config="/earshot.json"></script>'

/** @param more what else stands in between. */
export const serves = ({ head = '', body = '', tag = ownTag, files = {}, headers = {} }: HostPage, more: Intercept = () => undefined): Intercept =>
  async (request, proceed) => {
    const { pathname } = new URL(request.url)
    if (pathname === hostPath) {
      const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>A host</title>${head}${tag}</head><body><main><h1>A host</h1></main>${body}</body></html>`
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
    }
    const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined
    if (file !== undefined) return new Response(typeof file === 'string' ? file : await readFile(file), { headers: { 'content-type': 'text/javascript' } })
    return more(request, proceed)
  }
