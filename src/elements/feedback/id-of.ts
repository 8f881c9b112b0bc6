/** The id of a field's first control in the shadow root. */
export const idOf = (name: string): string => name.replace(/[^\w-]/g, '-')
