/** Errors that are nobody's trouble: what was stopped on purpose, what extensions do, and a notice of the browser's own. */
export const isNoFault = ({ name, message = '', stack = '' }: Partial<Error>): boolean =>
  name === 'AbortError' || /-extension:|^(?:Uncaught )?(?:Error: )?ResizeObserver/.test(message + stack)
