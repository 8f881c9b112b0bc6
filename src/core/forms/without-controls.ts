/** A text without control characters but tabs and line ends, and without marks that turn the writing direction of what follows. */
export const withoutControls = (text: string): string => text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '')
