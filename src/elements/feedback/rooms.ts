/** What a form opens behind itself when it is needed: fetched on its own, and made once for each form. */
export const rooms = {
  parts: () => import('./field-parts.ts'),
  sending: () => import('./sending.ts'),
  writing: () => import('./while-writing.ts'),
  steps: () => import('./steps.ts'),
  enclosed: () => import('./enclosed-section.ts'),
}

export type Rooms = { [Name in keyof typeof rooms]: ReturnType<Awaited<ReturnType<(typeof rooms)[Name]>>['open']> }
