// What the tools of each stack make for a new project, where its author goes on writing.
const app = (text: string) => new Map([['src/app.tsx', text]])
const react = app(`export function App() {\n  return <h1>A new project</h1>\n}\n`)

/** By stack: files that its author changes first, by their paths. */
export const untouched: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  html: new Map([['index.html', '<!doctype html>\n<meta charset="utf-8">\n<title>A new project</title>\n<h1>A new project</h1>\n']]),
  'react-18': react,
  'react-19': react,
  solid: react,
  vue: new Map([['src/app.vue', '<template>\n  <h1>A new project</h1>\n</template>\n']]),
  svelte: new Map([['src/app.svelte', '<script lang="ts"></script>\n\n<h1>A new project</h1>\n']]),
  angular: new Map([['src/app.ts', `import { Component } from '@angular/core'\n\n@Component({ selector: 'app-root', template: '<h1>A new project</h1>' })\nexport class App {}\n`]]),
  next: new Map([
    ['app/layout.tsx', `import type { ReactNode } from 'react'\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n`],
    ['app/page.tsx', `export default function Page() {\n  return <h1>A new project</h1>\n}\n`],
  ]),
  astro: new Map([['src/pages/index.astro', '<html lang="en"><head><meta charset="utf-8"><title>A new project</title></head><body><h1>A new project</h1></body></html>\n']]),
}
