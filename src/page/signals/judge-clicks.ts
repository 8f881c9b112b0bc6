import type { Run } from './click-runs.ts'

export interface ClickTrouble { type: 'rage-click' | 'dead-click'; element: Element }

// Two select a word, three a paragraph.
const rage = 4

// What fields say cannot be seen, and must not be; what is drawn or played cannot be seen either; what is chosen already need not change.
const field = 'input:not([type=hidden]), select, textarea, [contenteditable], [role=spinbutton]'
const unseen =
  `${field}, option, label, canvas, video, audio, object, embed, iframe, [role=slider], ` +
  ':disabled, [aria-disabled=true], [aria-selected=true], [aria-current]:not([aria-current=false])'
const active = 'button, a[href], summary, [role=button], [role=link], [role=tab], [role=menuitem], [role=switch], [onclick]'

/** What clicks that nothing answered are a sign of, if of anything. */
export function judgeClicks({ count, path, leftAlone }: Run): ClickTrouble | undefined {
  const [target] = path
  if (!target || !isVisible(path)) return undefined
  if (count >= rage) return String(getSelection()) ? undefined : { type: 'rage-click', element: target }
  const element = path.find(each => each.matches(active)) ?? (getComputedStyle(target).cursor === 'pointer' ? target : undefined)
  return count > 1 || !element || leads(path, leftAlone) ? undefined : { type: 'dead-click', element }
}

/** Whether what a click does could be seen from here at all. */
function isVisible(path: readonly Element[]): boolean {
  const [target] = path
  // A custom element that keeps its inside to itself may change there.
  if (!target?.isConnected || (target.localName.includes('-') && !target.shadowRoot)) return false
  if (path.some(element => element.matches(unseen))) return false
  const button = path.find(element => element.matches(active)) as HTMLButtonElement | undefined
  // A button beside a field is there to fill, empty or count it; one that sends a form is answered by the form.
  return !button || !!(button.form && button.type === 'submit') || !button.parentElement?.querySelector(field)
}

/** A link that is followed takes the customer somewhere, however slowly; one within the page may point at what is in sight already. */
function leads(path: readonly Element[], leftAlone: boolean): boolean {
  const link = path.find(each => each.matches('a[href]'))?.getAttribute('href')
  if (!link) return false
  if (!/^(#|javascript:)/i.test(link)) return leftAlone
  try {
    return link.length > 1 && document.getElementById(decodeURIComponent(link.slice(1))) !== null
  } catch {
    return false
  }
}
