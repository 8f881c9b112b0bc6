import type { Intercept } from './world.ts'

/** The shop with other settings than its own. */
export const withSettings = (change: (settings: Record<string, unknown> & { ladder: { kind: string }[] }) => object): Intercept =>
  async (request, proceed) => {
    if (new URL(request.url).pathname !== '/earshot.json') return undefined
    return Response.json(change((await (await proceed()).json()) as never))
  }
