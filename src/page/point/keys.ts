import type { Act } from './bar.ts'

const arrows: Readonly<Record<string, Act | 'inside'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  'Shift+ArrowUp': 'around',
  'Shift+ArrowDown': 'inside',
}

/**
 * What a key does while somebody points. The Tab key is not among them: it goes through the bar's buttons, as everywhere.
 * @param ours focus is in the bar, where Enter presses the button it is on.
 */
export function actOf({ key, shiftKey, altKey, ctrlKey, metaKey, isComposing }: KeyboardEvent, ours: boolean, rtl: boolean): Act | 'inside' | undefined {
  if (isComposing || altKey || ctrlKey || metaKey) return undefined
  if (key === 'Escape') return 'cancel'
  if (key === 'Enter') return ours ? undefined : 'take'
  const mirrored = rtl ? ({ ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }[key] ?? key) : key
  return arrows[shiftKey ? `Shift+${mirrored}` : mirrored]
}
