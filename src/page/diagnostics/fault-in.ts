import { messageOf } from '../../core/support/errors.ts'
import { shorten } from '../../core/support/whole-at.ts'
import { plainAddress } from '../address.ts'
import { isNoFault } from '../no-fault.ts'

/** What went wrong, in the browser's words, and where: an address with line and column, or of what did not arrive. */
export interface Fault {
  type: 'error' | 'rejection' | 'resource' | 'policy'
  message: string
  where?: string
}

// In UTF-16 code units. A stack is looked at only as far as its first frame can be.
const longest = { text: 300, stack: 2_000 }

/** What an event tells of; undefined where it is nobody's trouble, or says nothing, as other origins' errors do. */
export function faultIn(event: Event): Fault | undefined {
  try {
    if (event instanceof SecurityPolicyViolationEvent) return policy(event)
    if (event instanceof PromiseRejectionEvent) return rejection(event.reason)
    return event instanceof ErrorEvent ? uncaught(event) : missing(event.target)
  } catch {
    // An error that cannot be read, such as one with a getter that throws, is not told of.
    return undefined
  }
}

const fault = (type: Fault['type'], message: string, where: string | undefined): Fault | undefined =>
  message || where ? { type, message: cut(message.replace(/\bhttps?:\/\/[^\s"'<>()]+/g, plain)), ...(where && { where: cut(where) }) } : undefined
const cut = (text: string) => shorten(text, longest.text)
const plain = (address: string) => plainAddress(address) ?? address

function uncaught({ error, message, filename, lineno, colno }: ErrorEvent): Fault | undefined {
  const { name, stack } = (error ?? {}) as Partial<Error>
  if (!filename || isNoFault({ ...(name && { name }), message, stack: `${filename} ${stack ?? ''}` })) return undefined
  return fault('error', message, placed(filename, lineno, colno))
}

function rejection(reason: unknown): Fault | undefined {
  if (!(reason instanceof Error)) return fault('rejection', messageOf(reason), undefined)
  const { name, message, stack = '' } = reason
  if (isNoFault({ name, message, stack })) return undefined
  const [, address = '', line, column] = /((?:https?|file):\/\/[^\s()]+?):(\d+):(\d+)/.exec(stack.slice(0, longest.stack)) ?? []
  return fault('rejection', `${name}: ${message}`, address && placed(address, line, column))
}

/** A script, a style, a picture that did not arrive. */
function missing(target: EventTarget | null): Fault | undefined {
  if (!(target instanceof Element)) return undefined
  const { src, href, currentSrc } = target as Partial<HTMLImageElement & HTMLLinkElement>
  return fault('resource', `<${target.localName}>`, plainAddress(currentSrc || src || (typeof href === 'string' ? href : '')))
}

/** `blockedURI` is an address, or a word such as `inline`. */
function policy({ effectiveDirective, blockedURI, sourceFile, lineNumber, columnNumber }: SecurityPolicyViolationEvent): Fault | undefined {
  return fault('policy', `${effectiveDirective}: ${plain(blockedURI)}`, sourceFile ? placed(sourceFile, lineNumber, columnNumber) : undefined)
}

const placed = (file: string, line: number | string | undefined, column: number | string | undefined) => `${plain(file)}:${line}:${column}`
