import { hex } from '../../core/support/hex.ts'
import { encode } from '../bytes.ts'

const digest = async (text: string) => new Uint8Array(await crypto.subtle.digest('SHA-256', encode(`earshot:${text}`)))

const headLength = 20

/** The id that Linear is told for an issue or a message of ours: the same for the same one, version 4, because Linear wants that; its end says whose it is. */
export async function linearId(id: string): Promise<string> {
  const bytes = (await digest(id)).slice(0, headLength / 2)
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const head = hex(bytes)
  return (head + hex((await digest(head)).slice(0, 6))).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Whether an id on Linear is one of ours: of those that Linear makes itself, one in 2⁴⁸ would be. */
export async function isLinearId(id: string): Promise<boolean> {
  const digits = id.replaceAll('-', '').toLowerCase()
  return digits.length === 32 && digits.slice(headLength) === hex((await digest(digits.slice(0, headLength))).slice(0, 6))
}
