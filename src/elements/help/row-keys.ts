const rowSelector = '.result'

/** What the keys do among the search box and the rows under it. */
export interface KeyWorld {
  readonly root: ShadowRoot
  /** Empties the search box. */
  clear(): void
}

/**
 * Arrow keys lead from the search box to the rows and back, Home and End to the first and the last; whatever is typed on a row goes
 * on in the box. Escape first clears what is typed; only then may it close the panel. In the box all keys of a text keep their meaning.
 */
export function onKey(event: KeyboardEvent, { root, clear }: KeyWorld): void {
  const target = event.target as HTMLElement
  const field = root.querySelector<HTMLInputElement>('input[type=search]')
  const row = target.closest<HTMLElement>(rowSelector)
  if (!field || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || (target !== field && !row)) return
  const rows = [...root.querySelectorAll<HTMLElement>(rowSelector)]
  const at = row ? rows.indexOf(row) : -1
  const go = (to: HTMLElement | undefined) => {
    event.preventDefault()
    to?.focus()
  }
  switch (event.key) {
    case 'Escape':
      if (field.value === '') return
      go(field)
      return clear()
    case 'ArrowDown':
      return rows.length > 0 ? go(rows[at + 1] ?? row ?? undefined) : undefined
    case 'ArrowUp':
      return row ? go(at === 0 ? field : rows[at - 1]) : undefined
    case 'Home':
      return row ? go(rows[0]) : undefined
    case 'End':
      return row ? go(rows.at(-1)) : undefined
    case 'Enter':
      // On a phone the keyboard makes way for what was found.
      if (!row && matchMedia('(pointer: coarse)').matches) field.blur()
      return
    default:
      // The letter itself arrives in the box: it goes to whatever has the focus after this.
      if (row && (event.key === 'Backspace' || (event.key.length === 1 && event.key !== ' '))) field.focus()
  }
}
