import type { Theme } from '../../desk/config.ts'

/** Writes the owner's theme onto the host as custom properties, by CSSOM, which every policy allows. */
export function applyTheme({ style }: HTMLElement, { scheme, ...tokens }: Theme) {
  if (scheme && scheme !== 'auto') style.colorScheme = scheme
  for (const [name, value] of Object.entries(tokens)) style.setProperty(`--earshot-${name}`, value)
}
