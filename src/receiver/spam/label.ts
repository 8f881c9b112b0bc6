import type { Issue } from '../../core/issue/issue.ts'
import { deadline } from '../../core/support/deadline.ts'
import type { Context } from '../context.ts'
import { codesIn } from './codes.ts'
import { createProof, type ProofChallenge } from './proof.ts'
import { needsProof, suspicionsOf } from './suspicions-of.ts'

/** Nobody's receipt waits longer, in milliseconds, for what the owner asks elsewhere. */
const patience = 2_000

export interface Labels {
  /** Codes; empty for most. */
  suspicions: string[]
  /** What goes back with the receipt, so that the device can take `no-proof` away. */
  challenge?: ProofChallenge
}

/** Whatever goes wrong in here is the owner's to hear of, and nobody's issue waits for it. */
async function inPeace<T>({ options: { report } }: Context, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    report(error)
    return undefined
  }
}

/** The labels an issue begins with. Never rejects, and never keeps anybody out. */
export async function label(context: Context, issue: Issue, request: Request, isVerified: boolean): Promise<Labels> {
  const { spam, clock } = context.options
  const ask = async () => spam?.also?.(issue, request)
  const [challenge, own] = await Promise.all([
    // What could not be asked for is not missing.
    needsProof(issue, isVerified) ? inPeace(context, () => createProof(context, issue.id)) : undefined,
    spam?.also && inPeace(context, () => deadline(ask(), patience, 'receiver/spam-late', clock)),
  ])
  const codes = [...suspicionsOf(issue, spam), ...(challenge ? ['no-proof'] : []), ...codesIn(own)]
  return { suspicions: [...new Set(codes)], ...(challenge && { challenge }) }
}
