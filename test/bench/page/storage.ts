import { figure, type Figure } from '../figure.ts'
import { quiet, ready } from './quiet.ts'
import type { Stage } from './stage.ts'

/** What lies in the browser when a customer has only looked: everything of ours has come, the pointer went over the launcher. */
export async function storage(stage: Stage): Promise<Figure[]> {
  const { page, context, close } = await stage.visit()
  await ready(page)
  await page.getByRole('button', { name: 'Help', exact: true }).hover()
  await quiet(page)
  const inPage = await page.evaluate(async () => [
    ...Object.keys(localStorage).map(key => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map(key => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({ name }) => `IndexedDB ${name}`),
    ...(await caches.keys()).map(name => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ])
  const found = [...(await context.cookies()).map(({ name }) => `cookie ${name}`), ...inPage]
  await close()
  return [figure('things stored before the first click', '', [found.length], { target: { limit: 0 }, note: found.join(', ') })]
}
