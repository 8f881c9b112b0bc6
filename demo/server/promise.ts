import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'

type Ladder = Extract<ReceiverOptions['ladder'], readonly unknown[]>

const ladderIn = async (site: string, file: string): Promise<Ladder> =>
  (JSON.parse(await readFile(join(site, file), 'utf8')) as { ladder: Ladder }).ladder

/** What the shop promises, by the very ladder its pages show; and what to do if no answer comes, in the customer's language. */
export async function readPromise(site: string): Promise<Pick<ReceiverOptions, 'ladder' | 'next'>> {
  return {
    ladder: { en: await ladderIn(site, 'earshot.json'), de: await ladderIn(site, 'earshot.de.json') },
    next: {
      en: 'If you have heard nothing by then, ring +49 3834 555 0142, or take it to Marit Sölle, who runs the workshop.',
      de: 'Wenn Sie bis dahin nichts gehört haben, rufen Sie +49 3834 555 0142 an, oder gehen Sie damit zu Marit Sölle, die die Werkstatt leitet.',
      ar: 'إذا لم يصلك شيء حتى ذلك الوقت، فاتصل على الرقم ‎+49 3834 555 0142 أو ارفع الأمر إلى ماريت زوله التي تدير الورشة.',
    },
  }
}
