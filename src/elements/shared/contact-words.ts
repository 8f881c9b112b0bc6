import type { Contact } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Say } from './say.ts'

/** How somebody wants to be answered, as a sentence for whoever has the case; empty where nothing was said. */
export function contactWords({ channel, email, phone, when }: Contact, say: Say): string {
  const ways =
    channel === 'none'
      ? [say('answering.sayNone')]
      : [
          channel !== 'phone' && email && say('answering.sayEmail', { email }),
          channel !== 'email' && phone && say('answering.sayPhone', { phone }),
        ]
  return [...ways, when && say('answering.sayWhen', { when })].filter(Boolean).join('\n')
}

/** Of what looks personal in a text, what was given to be used: it goes as it is. */
export async function givenIn(text: string, { email, phone, when }: Contact, desk: Pick<Desk, 'findings'>): Promise<string[]> {
  const findings = await desk.findings({ kind: 'problem', story: text })
  const given = ({ kind, text }: (typeof findings)[number]) =>
    (kind === 'email' || kind === 'phone') && [email, phone, when].some(each => each?.includes(text))
  return findings.filter(given).map(({ text }) => text)
}
