import { it } from 'node:test'
import { http } from '../../src/core/transports/http.ts'
import { transportPromises } from '../../src/testing/transport-kit.ts'
import { onEachDatabase } from './databases.ts'
import { receiverSetup } from './receiver-setup.ts'
import { endpoint } from './requests.ts'

onEachDatabase('the transport kit, run on http and the receiver', query => {
  const secret = 'geheim-7'
  const make = () => receiverSetup(query, fetch => http(endpoint, { fetch, headers: { 'x-gateway': secret } }), secret)
  for (const { title, run } of transportPromises(make)) it(title, run)
})
