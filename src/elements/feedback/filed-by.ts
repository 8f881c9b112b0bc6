import type { Draft } from '../../core/issue/draft.ts'
import type { FiledBy } from '../../core/issue/issue.ts'
import type { Settings } from '../../desk/config.ts'

/** Who wrote it down, where staff write for customers; undefined where customers write for themselves. */
export function filedBy({ staff }: Settings, draft: Draft): FiledBy | undefined {
  if (!staff) return draft.filedBy
  return { role: 'staff', ...(typeof staff === 'object' && staff.name && { name: staff.name }), ...draft.filedBy }
}
