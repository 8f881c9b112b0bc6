/**
 * A text in pieces that fit, in order and without a loss: joined they are the text. None is cut inside a character.
 * @param units the longest piece in UTF-16 code units.
 * @param bytes the same as JSON in UTF-8.
 */
export function textPieces(text: string, units: number, bytes: number): string[] {
  const pieces = ['']
  let size = 0
  for (const character of text) {
    const more = bytesOf(character)
    if (pieces.at(-1)!.length + character.length > units || size + more > bytes) {
      pieces.push('')
      size = 0
    }
    pieces[pieces.length - 1] += character
    size += more
  }
  return pieces
}

const bytesOf = (character: string) => {
  const code = character.codePointAt(0)!
  // Written as \uXXXX.
  if (code < 0x20 || (code >= 0xd800 && code < 0xe000)) return 6
  if (code < 0x80) return character === '"' || character === '\\' ? 2 : 1
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
