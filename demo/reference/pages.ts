import { deskPage } from './desk-page.ts'
import { elementsPage } from './elements-page.ts'
import { protocolPage } from './protocol-page.ts'
import { sentencesPage } from './sentences-page.ts'
import { settingsPage } from './settings-page.ts'
import { shapesPage } from './shapes-page.ts'

const issueLead = 'The record that leaves the page. Version 1 only ever grows: fields nobody knows are kept. Absent means absent, there are no nulls. `dist/issue.schema.json` says the same to validators.'
const contractLead = 'What a transport and a source are: plain objects. [Transports](../transports.md) and [sources](../sources.md) tell how to write one, and `earshot/testing` proves it.'

/** The reference, by file; each page is written anew from the code. */
export const referencePages: Record<string, () => string> = {
  'elements.md': elementsPage,
  'desk.md': deskPage,
  'settings.md': settingsPage,
  'issue.md': () => shapesPage('The issue, its receipt and its thread', issueLead, ['src/core/issue/issue.ts', 'src/core/issue/draft.ts', 'src/core/issue/receipt.ts', 'src/core/issue/thread.ts']),
  'contracts.md': () => shapesPage('Transport and source', contractLead, ['src/core/transports/transport.ts', 'src/core/articles/article.ts', 'src/core/articles/source.ts']),
  'protocol.md': protocolPage,
  'sentences.md': sentencesPage,
}
