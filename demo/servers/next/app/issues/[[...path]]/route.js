import { after } from 'next/server'
import { desk } from '../../../desk.js'

async function handle(request) {
  const { receiver } = await desk()
  const response = await receiver.handle(request)
  if (request.method === 'POST' && response.ok) after(() => receiver.forward())
  return response
}

// OPTIONS, too: Next's own knows nothing of the shop's origin.
export { handle as DELETE, handle as GET, handle as OPTIONS, handle as POST }
