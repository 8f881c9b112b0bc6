import { messageOf } from '../../core/support/errors.ts'
import { ask, type Asking } from './ask.ts'
import type { Tag } from './find-tag.ts'
import type { Notes } from './finding.ts'

/** Whether the script is there, and the folder that belongs beside it. */
export async function checkScript({ src }: Tag, asking: Asking, { well, mend }: Notes): Promise<void> {
  const text = await textOf(src)
  if (text === undefined) return
  // The address that it makes of its own and imports, in this version; what older ones import as it stands.
  const part = /["'`](\.\/[\w/-]+\/app\.js)["'`]/.exec(text)?.[1]
  if (part === undefined) return mend('script/foreign', `${src.href} answers, but is not Earshot's script.`)
  if ((await textOf(new URL(part, src))) !== undefined) well(`The script and the folder beside it answer (${src.href}).`)

  async function textOf(url: URL): Promise<string | undefined> {
    try {
      const { answer, text } = await ask(url, asking)
      const type = answer.headers.get('content-type') ?? ''
      if (!answer.ok) mend('script/unreachable', `${url.href} answers ${answer.status}: put earshot.js and the folder earshot/ beside each other.`)
      else if (!/javascript|ecmascript/i.test(type)) mend('script/wrong-type', `${url.href} comes as "${type}", which browsers do not run; it must be text/javascript.`)
      else return text
    } catch (error) {
      mend('script/unreachable', `${messageOf(error)}.`)
    }
    return undefined
  }
}
