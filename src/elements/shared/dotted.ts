import { html } from 'lit'

/** Short facts on one line, those that are there; each keeps its own direction. */
export function dotted(facts: readonly (string | false | undefined)[]) {
  return facts.filter(Boolean).map((fact, i) => html`${i ? ' · ' : ''}<bdi>${fact}</bdi>`)
}
