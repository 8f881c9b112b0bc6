/**
 * Which of these languages to show a customer who asked for `wanted`: the same one, else the same language and script
 * (`de` for `de-AT`, `zh-TW` for `zh-HK`), else the same language, else undefined. Case and `_` do not matter.
 */
export function closestLocale(available: readonly string[], wanted: string): string | undefined {
  const target = likely(wanted)
  let best: string | undefined
  let worth = 0
  for (const candidate of available) {
    const [language, script, region] = likely(candidate)
    const points = language !== target[0] ? 0 : 1 + (script === target[1] ? 2 : 0) + (region === target[2] ? 1 : 0)
    if (points > worth) [best, worth] = [candidate, points]
  }
  return best
}

/** Language, script and region; those left out as they most likely are (`en` is `en-Latn-US`). */
function likely(tag: string): [language: string, script?: string, region?: string] {
  try {
    const { language, script, region } = new Intl.Locale(tag.replace(/_/g, '-')).maximize()
    return [language, script ?? '', region ?? '']
  } catch {
    return [tag.toLowerCase()]
  }
}
