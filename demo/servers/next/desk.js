import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openDatabase } from 'earshot/receiver'

const { DATABASE_URL, GITHUB_API, GITHUB_TOKEN, STAFF_KEY } = process.env

async function open() {
  const { query } = await openDatabase(DATABASE_URL, '.data')
  const receiver = createReceiver({
    query,
    cors: ['https://shop.example'],
    // Next knows no connections. Name the header that your proxy sets anew; what a client sends in it must not get through.
    rateLimit: { perMinute: 60, address: request => request.headers.get('x-real-ip') ?? '' },
    ...(GITHUB_TOKEN && { forwarding: { to: { github: github({ repository: 'acme/shop', token: GITHUB_TOKEN, api: GITHUB_API }) } } }),
  })
  const inbox = createInbox({
    query,
    // Your own log-in goes here.
    authorize: request => Boolean(STAFF_KEY) && request.headers.get('authorization') === `Bearer ${STAFF_KEY}`,
  })
  return { receiver, inbox }
}

// Opened by the first request, not by the build; once for all routes, and for each change while developing.
export const desk = () => (globalThis.desk ??= open())
