import type { Settings } from './config.ts'

const usual = 7

/** Whether `holdsAfterDays` can be what it is set to. */
export const isHolding = (days: unknown): days is number | false => days === false || (typeof days === 'number' && days >= 0 && Number.isFinite(days))

/** Days after which a customer is asked whether what was solved holds; `false`: never. What is wrongly set counts as not set. */
export const holdsAfter = ({ holdsAfterDays }: Settings): number | false => (isHolding(holdsAfterDays) ? holdsAfterDays : usual)
