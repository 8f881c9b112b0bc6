/** The attributes of the script tag, as `dataset` gives them. */
export type ScriptData = Readonly<Record<string, string | undefined>>

/** Settings of them. An attribute without a value is true: flags are written the way HTML writes them. */
export function fromData(data: ScriptData): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, value === '' || value === 'true' || (value !== 'false' && value)]))
}
