import type { LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'

/** Writes the owner's theme onto the host as custom properties, by CSSOM, which every policy allows. */
export function applyTheme(host: LitElement, desk: Desk) {
  const { scheme, ...tokens } = desk.settings.theme
  const { style } = host
  if (scheme && scheme !== 'auto') style.colorScheme = scheme
  for (const [name, value] of Object.entries(tokens)) style.setProperty(`--earshot-${name}`, value)
  void import('./looks/tailor.ts').then(({ tailor }) => tailor(host, desk), () => {})
}
