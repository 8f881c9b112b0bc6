import { html, nothing } from 'lit'
import { languageName } from '../shared/language-name.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'
import { answerOf, hoursOf } from './hours.ts'
import type { ShownRung } from '../shared/shown-rung.ts'

export interface Telling {
  readonly locale: string
  readonly say: Say
  /** All who are named, for those who wait for one another. */
  readonly rungs: readonly ShownRung[]
  /** Presence may still be told, or has been: it has its line. */
  readonly live: boolean
}

/** What can be said of a rung besides its name. A message or a letter can be left at any hour: "open" would promise somebody who answers now. */
export function rungLines(rung: ShownRung, { locale, say, rungs, live }: Telling) {
  const attended = rung.kind === 'phone' || rung.kind === 'chat' || rung.kind === 'visit'
  const hours = rung.open === undefined || (rung.open && !attended) ? undefined : hoursOf(rung, locale, say)
  const answer = answerOf(rung, locale, say)
  return html`${hours ? html`<p class="hours">${hours}</p>` : nothing}
    ${answer && !rung.first ? html`<p class="quiet">${answer}</p>` : nothing}
    ${rung.languages?.length ? html`<p class="quiet">${say('people.speaks', { languages: listOf(rung.languages, locale) })}</p>` : nothing}
    ${firstOf(rung, rungs, locale, say).map(line => html`<p>${line}</p>`)}
    ${live && rung.kind !== 'link' ? html`<p class="live quiet">${presence(rung, say)}</p>` : nothing}`
}

/** As the backend says it now; silence where it does not know. */
function presence({ news: { onDuty, waiting } = {} }: ShownRung, say: Say): string {
  const there = onDuty === undefined ? [] : [onDuty ? say('people.there', { count: onDuty }) : say('people.nobody')]
  return [...there, ...(waiting ? [say('people.waiting', { count: waiting })] : [])].join(' ')
}

/** What has to come first. */
function firstOf({ first }: ShownRung, rungs: readonly ShownRung[], locale: string, say: Say): string[] {
  if (!first) return []
  const { tried, from, identified } = first
  const time = moment(from, locale)
  const name = rungs.find(({ id }) => id === tried)?.name
  return [
    ...(identified ? [say('people.first.identified')] : []),
    ...(time ? [say('people.first.from', { time })]
    : tried === 'help' || tried === 'message' ? [say(`people.first.${tried}`)]
    : name !== undefined ? [say('people.first.rung', { name })]
    : []),
  ]
}

function listOf(tags: readonly string[], locale: string): string {
  const names = tags.slice(0, 20).map(tag => languageName(tag, locale))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
