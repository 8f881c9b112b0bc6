/** Where in the form a JSON pointer of the issue leads; what has no field of its own is said above the button. */
export function fieldAt(pointer: string | undefined): string {
  const [, first = '', second] = (pointer ?? '').split('/')
  return first === 'observations' && second ? `observation-${second}` : /^(story|outcome|contact|rating)$/.test(first) ? first : 'form'
}
