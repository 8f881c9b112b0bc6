import type { Attachment, Issue } from '../issue/issue.ts'
import { messageOf } from '../support/errors.ts'
import { through } from './through.ts'
import { TransportError, type Transport } from './transport.ts'
import { expectOption } from './wrong-option.ts'

/** What is sent instead: an issue, or an issue with its files. */
export type Change = (issue: Issue, attachments: Attachment[]) => Changed | Promise<Changed>
type Changed = Issue | { issue: Issue; attachments: Attachment[] }

/**
 * Changes what one transport is sent, and nothing else: the issue on the device, in the receipt and elsewhere stays as it is.
 *
 * `change` gets a copy that it may write into, and must make the same of the same issue each time: a backend that keeps keys refuses
 * one that comes with other words. The `id` stays. Where `change` fails nothing is sent, and the issue waits.
 */
export function transform(transport: Transport, change: Change): Transport {
  expectOption(typeof change === 'function', 'change', 'a function of an issue and its files', change)

  const changed = async (issue: Issue, attachments: Attachment[]) => {
    let made: Changed
    try {
      made = await change(structuredClone(issue), [...attachments])
    } catch (error) {
      throw failed(`failed: ${messageOf(error)}`)
    }
    const both = isPair(made) ? made : { issue: made, attachments }
    if (both.issue?.id !== issue.id || !Array.isArray(both.attachments)) throw failed(`must answer with an issue of the same "id", ${issue.id}`)
    return both
  }

  return {
    ...through(transport),
    async send(given, files, options) {
      const { issue, attachments } = await changed(given, files)
      return transport.send(issue, attachments, options)
    },
  }
}

const isPair = (made: Changed): made is { issue: Issue; attachments: Attachment[] } => typeof made === 'object' && made !== null && 'attachments' in made && 'issue' in made

const failed = (why: string) => new TransportError('transport/change-failed', `The "change" of a transform ${why}`, { retry: 'later' })
