import type { Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

/** One transport of a composed one. By its name, which a receipt says, it is found again for what follows an issue: it must stay as it is. */
export interface NamedPart {
  to: Transport
  /** Letters, digits, `-` and `_`. Default: its place in the list, from 0, so that new ones belong at the end. */
  name?: string
}

export type Part = Transport | NamedPart

/** A part under the name it goes by. */
export interface Way { name: string; transport: Transport }

const isTransport = (value: unknown): value is Transport => typeof (value as Transport | null | undefined)?.send === 'function'

/** @throws {EarshotError} `transport/wrong-option` for what is no transport, and for two of one name. */
export function wayOf(part: Part, option: string, place: string | number): Way {
  const { to, name = String(place) } = isTransport(part) ? { to: part } : (part ?? {})
  expectOption(isTransport(to), option, 'a transport, or { to, name } with one', part)
  expectOption(typeof name === 'string' && /^[\w-]{1,40}$/.test(name), `${option}.name`, '1 to 40 letters, digits, - and _', name)
  return { name, transport: to }
}

/** @throws {EarshotError} `transport/wrong-option` */
export function expectApart(ways: readonly Way[]): void {
  const names = ways.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  expectOption(twice === undefined, 'name', 'another one for each part, because receipts say it', twice)
}

/** `possible` where one of them says so: what is lost on the way there may leave a second copy there. */
export const duplicatesOf = (transports: readonly Transport[]): Pick<Transport, 'duplicates'> =>
  transports.some(({ duplicates }) => duplicates === 'possible') ? { duplicates: 'possible' } : {}

/** `false` only where none of them takes files: else it depends on the way that an issue goes. */
export const filesOf = (transports: readonly Transport[]): Pick<Transport, 'files'> =>
  transports.every(({ files }) => files === false) ? { files: false } : {}
