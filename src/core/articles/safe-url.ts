// Only there to give a relative address a scheme while it is checked.
const nowhere = 'https://nowhere.invalid/'

const linkSchemes = ['http:', 'https:', 'mailto:', 'tel:']
const raster = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=]+$/i

/**
 * The address if a link may have it (`http`, `https`, `mailto`, `tel`, relative), else undefined.
 * Absolute when `base` is given; without one a relative address stays as it was written.
 */
export function linkUrl(href: string, base?: string): URL | string | undefined {
  const url = parse(href, base)
  if (!url || !linkSchemes.includes(url.protocol)) return undefined
  return url.href.startsWith(nowhere) ? href : url
}

/** The address if a picture may have it (`http`, `https`, relative, or `data:` with a raster image), else undefined. */
export function pictureUrl(src: string, base?: string): string | undefined {
  if (raster.test(src)) return src
  const url = parse(src, base)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  return url.href.startsWith(nowhere) ? src : url.href
}

function parse(href: string, base: string | undefined): URL | undefined {
  try {
    return new URL(href, base ?? nowhere)
  } catch {
    return undefined
  }
}
