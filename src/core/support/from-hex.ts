/** Bytes of hexadecimal digits, two each; undefined for anything else, and for nothing. */
export function fromHex(digits: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(digits)) return undefined
  return Uint8Array.from(digits.match(/../g)!, pair => Number.parseInt(pair, 16))
}
