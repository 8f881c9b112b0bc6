/** How large a file is, in words: `12 kB`, `1.4 MB`. Units are decimal, as the limits in the settings are. */
export function fileSize(bytes: number, locale: string): string {
  const [unit, divisor] = bytes < 1e3 ? ['byte', 1] : bytes < 999_500 ? ['kilobyte', 1e3] : ['megabyte', 1e6]
  const digits = unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locale, { style: 'unit', unit: unit as string, unitDisplay: 'short', maximumFractionDigits: digits }).format(bytes / (divisor as number))
}
