/** How a page is looked at. */
export interface Look {
  name: string
  width: number
  height: number
  scheme?: 'light' | 'dark'
  /** For the script tag's `data-locale`. */
  locale?: string
  /** Of the whole page, in per cent. */
  text?: number
  forcedColors?: boolean
  /** The other steps look for what only the English help has. */
  formsOnly?: boolean
}

const desktop = { width: 1280, height: 800 }
const phone = { width: 390, height: 844 }

/** Every way in which every view is to be looked at. */
export const looks: readonly Look[] = [
  { name: 'light', ...desktop },
  { name: 'dark', ...desktop, scheme: 'dark' },
  { name: 'phone', ...phone },
  { name: 'smallest', width: 320, height: 640 },
  { name: 'german-smallest', width: 320, height: 640, locale: 'de', formsOnly: true },
  { name: 'arabic', ...desktop, locale: 'ar' },
  { name: 'arabic-phone', ...phone, locale: 'ar', scheme: 'dark' },
  { name: 'large-text', ...desktop, text: 200 },
  { name: 'large-text-phone', ...phone, text: 200 },
  { name: 'forced-colors', ...desktop, forcedColors: true, scheme: 'dark' },
  { name: 'stretched', ...phone, locale: 'en-XA' },
  { name: 'mirrored', ...phone, locale: 'ar-XB' },
]
