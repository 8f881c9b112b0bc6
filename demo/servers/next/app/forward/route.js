import { desk } from '../../desk.js'

/** For a timer, once a minute: what could not be passed on at once. */
export async function POST(request) {
  const { CRON_SECRET } = process.env
  if (!CRON_SECRET || request.headers.get('authorization') !== `Bearer ${CRON_SECRET}`) return new Response(null, { status: 401 })
  return Response.json(await (await desk()).receiver.forward())
}
