// Made once: a form asks at each letter that is typed, and to make one takes longer than all else it does then.
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: string, unit: string): Intl.NumberFormat {
  const key = `${unit} ${locale}`
  const format = formats.get(key) ??
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: unit === 'megabyte' ? 1 : 0 })
  formats.set(key, format)
  return format
}

/** How large a file is, in words: `7 bytes`, `12 kB`, `1.4 MB`. Units are decimal, as the limits in the settings are. */
export function fileSize(bytes: number, locale: string): string {
  const [unit, divisor] = bytes < 1e3 ? ['byte', 1] as const : bytes < 999_500 ? ['kilobyte', 1e3] as const : ['megabyte', 1e6] as const
  return formatOf(locale, unit).format(bytes / divisor)
}
