// @ts-check

/** What this build has to choose from. @typedef {{ languages: string[], themes: string[], articles: number, checksums?: Record<string, string> }} Lists */

/** @returns {Promise<Lists>} */
export async function fetchLists() {
  const answer = await fetch('/playground/lists.json')
  if (!answer.ok) throw new Error(`The lists were answered with ${answer.status}`)
  const sums = await fetch('/playground/earshot/integrity.json')
  return { ...(await answer.json()), ...(sums.ok && { checksums: (await sums.json()).files }) }
}
