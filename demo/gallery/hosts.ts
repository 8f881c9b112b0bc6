/** Whose page Earshot is a guest on, by the style sheets that are linked there, from the folder of the packages or beside this file. */
export const hosts = {
  none: [],
  bootstrap: ['packages/bootstrap/dist/css/bootstrap.min.css'],
  tailwind: ['packages/tailwindcss/theme.css', 'packages/tailwindcss/preflight.css'],
  material: ['packages/mdui/mdui.css'],
  pico: ['packages/@picocss/pico/css/pico.min.css'],
  rude: ['rude.css'],
} as const satisfies Record<string, readonly string[]>

export type Host = keyof typeof hosts
export const hostNames = Object.keys(hosts) as Host[]
