import type { Issue } from '../issue/issue.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { composeMail } from './compose-mail.ts'
import { asText, describe } from './describe.ts'
import { refuseFiles } from './refuse-unfit.ts'
import { TransportError, type Transport } from './transport.ts'
import { untilAborted } from './until-aborted.ts'
import { expectOption } from './wrong-option.ts'

export interface MailtoOptions {
  /**
   * Opens the address; `false` where it could not, as without a press of the customer's no browser opens a mail program. From
   * `earshot/transports/mailto` the page does it, and this is left out.
   * @param whole everything in words, which the address holds only the beginning of where it is long.
   */
  open: (address: string, whole: string) => unknown
  /**
   * `opened`: a mail program that was opened counts as acceptance, and the customer reads "We have it", though nobody has it
   * before they press Send there. Absent: that is never said; the issue stays on the device and needs the customer.
   */
  accept?: 'opened'
  /** Your words on what to do now, such as: "Press Send in your mail program. If that did not open, copy your text and write to …". */
  next?: string
  /** What the letter says. Default: the issue in words (`describe`), in English. The id stands below it. */
  write?: (issue: Issue) => { subject: string; text: string }
  clock?: Clock
}

const inWords = (issue: Issue) => ({ subject: describe(issue).title, text: asText(issue) })

/**
 * No backend at all: a letter in the customer's own mail program, with the whole issue in it.
 *
 * Nobody can know whether it was sent, so without `accept: 'opened'` every issue ends as one that needs the customer
 * (`mailto/not-known`, `never`): its words stay, to be copied. So it does where the outbox sends later, without a press
 * (`mailto/needs-press`). No files, and no more than fits into 2,000 characters of an address: what is longer ends with `…`.
 * On one page an issue opens one letter; after a reload it may open another.
 * @throws {EarshotError} `transport/wrong-option`
 */
export function mailto(to: string, { open, accept, next, write = inWords, clock = systemClock }: MailtoOptions): Transport {
  expectOption(typeof to === 'string' && to.length <= 254 && /^[\w.!$'*+~-]+@[\w.-]+$/.test(to), 'to', 'one e-mail address', to)
  expectOption(accept === undefined || accept === 'opened', 'accept', '"opened", or absent', accept)
  expectOption(typeof open === 'function', 'open', 'a function that opens an address', open)
  const opened = new Map<string, string>()
  const detail = next === undefined ? {} : { detail: next }

  const openLetter = async (issue: Issue) => {
    const { subject, text } = write(structuredClone(issue))
    const { address } = composeMail(to, subject, text, `Id: ${issue.id}`)
    return (await open(address, text)) !== false
  }

  return {
    duplicates: 'possible',
    files: false,
    async send(issue, attachments, { signal }) {
      const { id } = issue
      refuseFiles('A letter that a page opens', issue, attachments)
      if (!opened.has(id)) {
        if (!(await untilAborted(signal, () => openLetter(issue))))
          throw new TransportError('mailto/needs-press', `No letter was opened for issue ${id}: that takes a press of the customer’s, now`, { retry: 'never', ...detail })
        opened.set(id, new Date(clock.now()).toISOString())
      }
      if (accept === 'opened') return { id, reference: id, ...(next !== undefined && { next }), acceptedAt: opened.get(id)! }
      throw new TransportError('mailto/not-known', `A letter was opened for issue ${id}; whether it was sent only the customer knows`, { retry: 'never', ...detail })
    },
  }
}
