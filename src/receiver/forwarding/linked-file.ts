import { isFinal } from './is-final.ts'
import { literal } from './markdown.ts'

/**
 * A file that was taken to a tracker, in Markdown. One that it will never take, because it is too large, say, is named without a link: it
 * lies with the receiver, and the issue must not wait for it.
 */
export async function linkedFile(name: string, uploaded: Promise<string>): Promise<string> {
  const address = await uploaded.catch((error: unknown) => {
    if (isFinal(error)) return undefined
    throw error
  })
  // An address within the tracker, or of its store.
  const link = address !== undefined && /^(?:https?:\/)?\/[^<>\s\\]+$/.test(address) ? `[File](<${address}>)` : 'Not taken, in the inbox'
  return `${link}: ${literal(name.replace(/\s+/g, ' '))}`
}
