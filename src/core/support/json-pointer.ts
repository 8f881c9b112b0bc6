/** A JSON pointer (RFC 6901). */
export const pointerOf = (path: readonly (string | number)[]): string =>
  path.map(key => '/' + String(key).replace(/~/g, '~0').replace(/\//g, '~1')).join('')
