import type { Draft } from '../core/issue/draft.ts'
import type { Consent, Diagnostics } from '../core/issue/issue.ts'
import type { Context } from './context.ts'
import type { PageReading } from './page.ts'

export type Enclosures = Pick<Draft, 'subject' | 'journey' | 'environment' | 'answers'>

/** What travels with an issue besides the customer's words, as far as the owner wants it collected. */
export function enclosuresOf({ settings, state }: Context, page: PageReading | undefined): Enclosures {
  const { capture, locale } = settings
  const { journey } = state
  // What nobody needs to answer stays away where the browser says that nothing is to be passed on.
  const optedOut = page?.optedOut?.()
  return {
    ...(capture.subject && page && { subject: page.subject() }),
    ...(capture.environment && { environment: { locale, ...(!optedOut && page?.environment()) } }),
    ...(capture.journey && !optedOut && Object.keys(journey).length > 0 && { journey }),
  }
}

/**
 * What travels along with a draft, as if nothing had been taken out. A group that stands in the draft wins as it is, also an empty
 * one; but who points at a part of the page has said nothing against the page. Of details, the draft's own answer is the one that
 * counts. Of a customer the staff writes for, nothing of the staff's own visit goes along.
 */
export function alongside(draft: Draft, found: Enclosures): Enclosures {
  const { filedBy, subject: own, answers: said = {} } = draft
  const isPart = own && 'element' in own && !own.url && !own.title && !own.product
  const subject = isPart ? { ...found.subject, ...own } : (own ?? found.subject)
  const journey = draft.journey ?? (filedBy ? undefined : found.journey)
  const environment = draft.environment ?? (filedBy ? undefined : found.environment)
  const details = Object.entries(found.answers ?? {}).map(([name, value]) => [name, Object.hasOwn(said, name) ? said[name] : value])
  return {
    ...(subject && { subject }),
    ...(journey && { journey }),
    ...(environment && { environment }),
    ...(details.length > 0 && { answers: Object.fromEntries(details) as Record<string, unknown> }),
  }
}

/**
 * The draft with what travels along. Details go with a form only, where they are seen. What was taken out stays out; where that is
 * `all`, nothing is added.
 */
export function enclose(draft: Draft, found: Enclosures, diagnostics?: Diagnostics): Draft {
  const out = new Set(Array.isArray(draft.withheld) ? draft.withheld : [])
  if (out.has('all')) return { ...draft, consent: consentIn(draft) }
  const { answers = {}, ...groups } = alongside(draft, found)
  const isPageOut = out.has('page') || out.has('product')
  const details = draft.form && !draft.escalation ? Object.entries(answers).filter(([name]) => !out.has(`detail:${name}`)) : []
  const enclosed: Draft = {
    ...(diagnostics && !draft.filedBy && draft.consent?.diagnostics === true && { diagnostics }),
    ...draft,
    ...groups,
    ...(isPageOut && draft.subject && { subject: draft.subject }),
    ...(details.length > 0 && { answers: { ...Object.fromEntries(details), ...draft.answers } }),
  }
  return { ...enclosed, consent: consentIn(enclosed) }
}

/** What the customer agreed to by sending it, as it goes. */
function consentIn({ consent, environment, diagnostics, attachments }: Draft): Consent {
  const { environment: _e, diagnostics: ticked, screenshot: _s, ...more } = consent ?? {}
  return {
    ...more,
    ...(environment && Object.keys(environment).length > 0 && { environment: true }),
    ...(diagnostics && ticked === true && { diagnostics: true }),
    ...(attachments?.some(({ field }) => field === 'screenshot') && { screenshot: true }),
  }
}
