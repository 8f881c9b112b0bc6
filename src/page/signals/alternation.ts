/** Whether the last five pages are two, in turns. */
export function goesBackAndForth(trail: readonly string[]): boolean {
  const [a, b, c, d, e] = trail.slice(-5)
  return e !== undefined && a === c && c === e && b === d
}
