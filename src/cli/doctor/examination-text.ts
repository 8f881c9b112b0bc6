import { count } from '../figures.ts'
import type { Examination, Finding } from './finding.ts'

const headings: Record<Finding['part'], string> = {
  page: 'The page', settings: 'The settings', policy: 'The security policy', line: 'A message and its answer', people: 'The people', articles: 'The articles',
}

/** What was found, on one screen; what is to mend is marked in words, and counted at the end. */
export function examinationText({ url, at, findings, measures }: Examination): string {
  const lines = [`Earshot on ${url}`, `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`]
  for (const [part, heading] of Object.entries(headings)) {
    const mine = findings.filter(finding => finding.part === part)
    if (mine.length) lines.push('', heading, ...mine.map(({ ok, text, code }) => `  ${ok ? 'ok     ' : 'TO MEND'}  ${text}${code ? ` [${code}]` : ''}`))
  }
  const wrong = findings.filter(({ ok }) => !ok).length
  const { acceptedMs, answeredMs, clicks, rungs = 0, open } = measures
  const figures = [
    acceptedMs !== undefined && `accepted in ${acceptedMs} ms`,
    answeredMs !== undefined && `answered in ${answeredMs} ms`,
    clicks !== undefined && `${count(clicks, 'click')} to a person`,
    rungs > 0 && `${open} of ${rungs} can be reached now`,
  ].filter(Boolean).join(', ')
  lines.push('', wrong ? `${count(wrong, 'thing')} to mend.` : 'All is well: what a customer says arrives, and a person can be reached.')
  if (figures) lines.push(`${figures.charAt(0).toUpperCase()}${figures.slice(1)}.`)
  return `${lines.join('\n')}\n`
}

/** The same for machines: one object on one line. */
export const examinationJson = (examination: Examination): string =>
  `${JSON.stringify({ ...examination, at: new Date(examination.at).toISOString(), ok: examination.findings.every(({ ok }) => ok) })}\n`
