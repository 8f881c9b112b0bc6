import type { Desk } from '../../desk/desk.ts'
import { viewOf } from './doors.ts'

/** Opens the panel for a button of the owner's that was pressed before the widget could see it. */
export function openAt(desk: Desk, door: HTMLElement): void {
  if (door.closest('[aria-disabled="true"]')) return
  // Not every browser focuses what is pressed; it is where the customer wants to be back.
  door.focus({ preventScroll: true })
  desk.open(viewOf(door))
}
