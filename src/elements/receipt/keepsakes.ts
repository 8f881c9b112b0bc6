import { html, nothing, type LitElement } from 'lit'
import type { Issue } from '../../core/issue/issue.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import { address } from '../shared/address.ts'
import { caseText } from '../shared/case-text.ts'
import { Copier } from '../shared/copier.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { mailTo } from './mail-to.ts'

// Of what a backend calls a case; it may call it anything.
const longest = 100

/** What a customer can take along: the reference, a letter to themselves, the issue as a file. */
export class Keepsakes {
  #failed = false
  readonly #host: LitElement
  readonly #say: Say
  readonly #copier: Copier

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    this.#copier = new Copier(host, say, { copy: 'receipt.copyReference', done: 'copy.done', text: 'receipt.referenceField' })
  }

  /** @param next what to do if no answer comes. */
  template(issue: Issue, receipt: Receipt, next: string | undefined, locale: string) {
    return html`<div class="keepsakes" role="group" aria-labelledby="keep">
      <p class="quiet" id="keep">${this.#say('receipt.keep')}</p>
      <div class="actions">
        ${this.#copier.template(receipt.reference)}
        <a class="button second" href=${address(this.#letter(issue, receipt, next, locale), ['mailto:']) ?? nothing}>${this.#say('receipt.mail')}</a>
        <button class="button second" type="button" @click=${() => this.#download(issue, receipt)}>${this.#say('receipt.download')}</button>
      </div>
      ${this.#failed ? html`<p class="error">${this.#say('part.failed')}</p>` : nothing}
    </div>`
  }

  /** The story comes last: where not all has room, that is what the customer knows best. */
  #letter(issue: Issue, { reference, owner, expectBy, url }: Receipt, next: string | undefined, locale: string): string {
    const say = this.#say
    const called = reference.slice(0, longest)
    // With its date: letters are read later.
    const time = moment(expectBy, locale, 0)
    const lines = [
      say('receipt.reference', { reference: called }),
      owner?.name && say('receipt.owner', { name: owner.name }),
      time && say('receipt.expectBy', { time }),
      next,
      address(url),
      `${say('receipt.yours')}:`,
      caseText(issue),
    ]
    return mailTo(issue.contact?.email ?? '', say('receipt.mailSubject', { reference: called }), lines.filter(Boolean).join('\n\n'))
  }

  #download(issue: Issue, receipt: Receipt) {
    import('./download-issue.ts').then(
      ({ downloadIssue }) => {
        downloadIssue(issue, receipt)
        this.#tell(false)
      },
      () => this.#tell(true),
    )
  }

  #tell(failed: boolean) {
    this.#failed = failed
    this.#host.requestUpdate()
  }
}

