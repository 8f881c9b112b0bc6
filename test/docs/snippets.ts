import { blocksOf, papers, read, type Block } from './blocks.ts'

/** A few lines that stand for themselves in a text: what they import, and what they then do. */
export interface Snippet extends Block { imports: string; body: string }

/** Lines of JavaScript without a name: those with one are whole files, and run as such. */
export const snippets: readonly Snippet[] = papers().flatMap(path => blocksOf(path, read(path)))
  .filter(({ language, name }) => language === 'js' && !name)
  .map(block => {
    const lines = block.text.split('\n')
    const isImport = (line: string) => /^import .* from /.test(line)
    return { ...block, imports: lines.filter(isImport).join('\n'), body: lines.filter(line => !isImport(line)).join('\n') }
  })

/** The lines as a module with one function; `this` is the element whose code they stand in. */
export const moduleOf = ({ imports, body }: Snippet, receiver = ''): string => `${imports}\nexport async function run(${receiver}) {\n${body}\n}\n`

/** Names that readers have at hand where the lines stand. */
export const atHand = `
import type { Desk } from 'earshot'
import type { createReceiver as CreateReceiver } from 'earshot/receiver'
declare global {
  const desk: Desk
  const id: string
  const issueId: string
  const questionId: string
  const canvas: HTMLCanvasElement
  const send: (picture: Blob) => void
  const query: Parameters<typeof CreateReceiver>[0]['query']
  const createReceiver: typeof CreateReceiver
  interface Window { ourChat: any; webkit: any; earshotApp: any; ReactNativeWebView: any }
}
`
