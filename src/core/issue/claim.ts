import { EarshotError } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { claimMark } from './claim-mark.ts'
import type { Issue } from './issue.ts'
import type { Receipt } from './receipt.ts'

/** A case as another device may know it: enough to read its thread, and of its words only the summary. */
export interface Claim { issue: Issue; receipt: Receipt }

const words: { readonly [key in 'i' | 'r' | 't' | 'a' | 'k' | 'c' | 's' | 'v']: number } = { i: 128, r: 200, t: 1_000, a: 40, k: 20, c: 40, s: 140, v: 400 }

/** The claim to an issue, to be carried in a fragment: whoever has it can read the answers. */
export function claimTo({ id, kind, createdAt, summary }: Issue, { reference, token, acceptedAt, via }: Receipt): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ i: id, r: reference, t: token, a: acceptedAt, k: kind, c: createdAt, s: summary, v: via }))
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** @param link a claim, or an address with one in its fragment. @throws {EarshotError} `desk/wrong-claim` */
export function readClaim(link: string): Claim {
  const wrong = () => new EarshotError('desk/wrong-claim', 'This is not the whole address of a request; open it as it was copied')
  const claim = link.split(claimMark).at(-1)!
  // Longer than any of ours.
  if (claim.length > 4_000) throw wrong()
  let told: unknown
  try {
    const bytes = Uint8Array.from(atob(claim.replace(/-/g, '+').replace(/_/g, '/')), character => character.charCodeAt(0))
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw wrong()
  }
  const field = (key: keyof typeof words): string => {
    const value = isRecord(told) && Object.hasOwn(told, key) ? told[key] : ''
    if (typeof value !== 'string' || value.length > words[key]) throw wrong()
    return value
  }
  const [id, reference, token, summary, via] = [field('i'), field('r'), field('t'), field('s'), field('v')]
  if (!/^[\w.~:-]+$/.test(id) || !reference || !token) throw wrong()
  return {
    issue: { version: 1, id, createdAt: field('c'), kind: kindOf(field('k')), ...(summary && { summary }) },
    receipt: { id, reference, token, ...(via && { via }), acceptedAt: field('a') },
  }
}

const kindOf = (kind: string): Issue['kind'] => (/^(question|problem|idea|praise|rating|observation)$/.test(kind) ? (kind as Issue['kind']) : 'problem')
