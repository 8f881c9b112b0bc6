/**
 * Looks up what is there for a language and fetches it. Never fails: where there is nothing, or it did not arrive, the answer is undefined.
 * @param known by the first part of a language tag, in lower case.
 */
export async function byLanguage<T>(known: Readonly<Record<string, () => Promise<T>>>, locale: string): Promise<T | undefined> {
  const name = locale.toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(known, name) ? known[name]?.().catch(() => undefined) : undefined
}
