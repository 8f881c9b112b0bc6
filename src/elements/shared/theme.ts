import type { Theme } from '../../desk/config.ts'

const names = { accent: '--earshot-accent', radius: '--earshot-radius', font: '--earshot-font' } as const

const applied = new WeakMap<HTMLElement, Theme>()

/** Writes the owner's theme onto the host as custom properties, by CSSOM, which every policy allows. */
export function applyTheme(host: HTMLElement, theme: Theme) {
  if (applied.get(host) === theme) return
  applied.set(host, theme)
  for (const key of Object.keys(names) as (keyof typeof names)[]) {
    if (theme[key]) host.style.setProperty(names[key], theme[key])
  }
  if (theme.scheme && theme.scheme !== 'auto') host.style.colorScheme = theme.scheme
}
