import { createDesk } from 'earshot'
import 'earshot/types/vue'
import type { GlobalComponents } from 'vue'

type Props<Tag extends keyof GlobalComponents> = InstanceType<GlobalComponents[Tag]>['$props']

const desk = createDesk()

export const good: [Props<'earshot-widget'>, Props<'earshot-feedback'>, Props<'earshot-rating'>] = [
  { desk, for: 'help', placement: 'top-end', onEarshotOpen: event => void event.type, class: 'help' },
  { deskName: 'billing', form: 'idea', onEarshotAccepted: ({ receipt }) => void receipt.reference },
  { for: 'walk', scale: 'stars', anchored: true },
]

// @ts-expect-error a scale nobody knows
export const scale: Props<'earshot-rating'> = { scale: 'marks' }
// @ts-expect-error the receipt has no such field
export const field: Props<'earshot-feedback'> = { onEarshotAccepted: ({ receipt }) => receipt.number }
// @ts-expect-error only the panel is opened
export const opened: Props<'earshot-feedback'> = { onEarshotOpen: () => {} }
// @ts-expect-error a tag nobody has
export type None = Props<'earshot-panel'>
