/** A cell of a table: nothing in it ends the cell. */
export const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ').trim()

/** Code in a cell or a sentence; empty where there is none. */
export const code = (text: string | undefined): string => (text ? `\`${text}\`` : '')

/** A table with its header; nothing at all without rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (!rows.length) return ''
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)].join('\n')
}

/** Parts with an empty line between them; what is empty is left out. */
export const page = (...parts: (string | undefined)[]): string => `${parts.filter(Boolean).join('\n\n')}\n`
