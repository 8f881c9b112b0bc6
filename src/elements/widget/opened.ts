import { fitAboveKeyboard } from './fit-above-keyboard.ts'
import { standIn } from './stand-in.ts'

/** What an open panel needs besides: its place above a keyboard, and what stands in for a view that does not come. */
export const opened = { fitAboveKeyboard, standIn }
