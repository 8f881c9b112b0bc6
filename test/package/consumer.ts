/** What a developer who installed the package might write. Compiled, never run. */
export const consumerSource = `
import { createDesk, seal, validateIssue, redact, EarshotError, TransportError } from 'earshot'
import type { Article, Config, Desk, DeskState, Draft, Issue, Receipt, SearchResult, Source, Submission, Transport } from 'earshot'
import 'earshot/define'
import 'earshot/elements/widget'
import { refused, type When } from 'earshot'
import { http } from 'earshot/transports/http'
import { mailto } from 'earshot/transports/mailto'
import { route } from 'earshot/transports/route'

const transport: Transport = {
  async send(issue: Issue, attachments, { signal }): Promise<Receipt> {
    if (signal.aborted || attachments.length > 3) throw new TransportError('shop/closed', 'The shop sleeps', { retry: 'later' })
    return { id: issue.id, reference: 'A-1', acceptedAt: issue.createdAt }
  },
}
const source: Source = {
  async search(query, { limit }): Promise<SearchResult[]> { return query && limit ? [] : [] },
  async read(id): Promise<Article> { return { id, title: id, body: '', format: 'markdown' } },
}
const config: Config = { endpoint: '/issues', articles: [source], transport }
const desk: Desk = createDesk(config)
const stop: () => void = desk.subscribe((state: DeskState) => void state.view.name)
const draft: Draft = { kind: 'problem', story: 'It broke' }
export const sent: Promise<Submission> = desk.submit(draft)
const widget = document.createElement('earshot-widget')
widget.desk = desk
document.addEventListener('earshot-accepted', event => {
  const { issue, receipt }: { issue: Issue; receipt: Receipt } = event
  console.log(issue.story, receipt.reference)
})
const when: When = { kind: 'idea', language: ['de', 'nl'] }
const posting: Transport = route([{ when, to: mailto('ideas@shop.example') }], http('/issues'))
export const refusal: Promise<TransportError> = refused(new Response(null, { status: 503 }))
export { EarshotError, posting, redact, seal, stop, validateIssue }

// @ts-expect-error: types that allowed everything would prove nothing
export const wrong: Draft = { kind: 'complaint' }
`
