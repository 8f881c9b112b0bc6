import type { Theme } from '../../../desk/config.ts'

export interface Token {
  /** What kind of value it is; a list names the only ones. */
  type: 'colour' | 'length' | 'font family' | 'number' | readonly string[]
  /** Where the owner says nothing; with `light-dark()`, in both schemes. */
  initial: string
  /** What it does, in a sentence. */
  does: string
}

/**
 * Every `--earshot-*` property there is, by its name, which is also its key in the setting `theme`. The one list: the documentation,
 * the schema of the settings and the style sheets are compared with it.
 */
export const themeTokens = {
  accent: { type: 'colour', initial: 'light-dark(#0d5c52, #83d2c4)', does: 'The one colour of what can be pressed.' },
  'accent-ink': { type: 'colour', initial: 'the accent, mended', does: 'The accent as text, line and focus. Computed, so that it can be read, unless you choose one that can.' },
  'on-accent': { type: 'colour', initial: 'light-dark(#fff, #06231e)', does: 'Text on the accent. White or black wherever yours, or ours, could not be read.' },
  canvas: { type: 'colour', initial: 'light-dark(#fff, #191b1c)', does: 'The ground.' },
  raised: { type: 'colour', initial: 'light-dark(#f5f4f0, #25282a)', does: 'The ground of what is pointed at or set apart.' },
  ink: { type: 'colour', initial: 'light-dark(#1c1f20, #ecebe7)', does: 'Text.' },
  quiet: { type: 'colour', initial: 'light-dark(#5b6163, #a5abad)', does: 'Text that may step back.' },
  line: { type: 'colour', initial: 'light-dark(#dfddd6, #3b4042)', does: 'Hairlines between things that are apart.' },
  edge: { type: 'colour', initial: 'light-dark(#8c9193, #767c7f)', does: 'The borders of fields.' },
  bad: { type: 'colour', initial: 'light-dark(#a1281c, #ffa398)', does: 'What went wrong.' },
  radius: { type: 'length', initial: '12px', does: 'The corners of buttons, fields and cards; those of the panel are five thirds of it.' },
  font: { type: 'font family', initial: 'inherit', does: 'The font; by default the page’s own.' },
  'font-size': { type: 'length', initial: 'max(16px, 1rem)', does: 'The size of text; all the others are shares of it.' },
  density: { type: ['comfortable', 'compact'], initial: 'comfortable', does: 'How close things stand where there is a mouse. Under a finger nothing changes.' },
  'offset-block': { type: 'length', initial: '20px', does: 'How far the launcher stands from the top or bottom of the window; never nearer than the device’s safe area.' },
  'offset-inline': { type: 'length', initial: '20px', does: 'The same, from its side.' },
  'z-index': { type: 'number', initial: '2147480000', does: 'How high the launcher and the panel lie where there is no top layer.' },
} as const satisfies Record<Exclude<keyof Theme, 'scheme'>, Token>

export type TokenName = keyof typeof themeTokens

/** The only values `theme.scheme` has. */
export const schemes = ['auto', 'light', 'dark'] as const
