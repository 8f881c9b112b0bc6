import type { RungState } from '../../desk/state.ts'

/** A rung as it is shown. Whether somebody is there is absent where nobody has looked at the clock. */
export interface ShownRung extends Omit<RungState, 'open'> { readonly open?: boolean }

const most = 100
const longestName = 200
const text = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The ladder as it was declared, for when the desk cannot say more of it: who, and how. What is no text is left out, hours are not guessed. */
export function plainRungs(ladder: unknown): ShownRung[] {
  const given: unknown[] = Array.isArray(ladder) ? ladder.slice(0, most) : []
  return given.flatMap((each, index) => {
    const { id, name, kind, to } = (each ?? {}) as Record<string, unknown>
    if (!text(name) || !text(kind)) return []
    return [{ id: text(id) ? id : String(index), name: name.slice(0, longestName), kind: kind as RungState['kind'], ...(text(to) && { to }) }]
  })
}
