import type { InboxAction } from './inbox-context.ts'
import { queryText, readLimit } from './inbox-input.ts'
import { json, Refusal } from './refusal.ts'
import { countKudos, findKudos, type KudosPlace } from './store-kudos.ts'

function readPlace(before: string): KudosPlace {
  const [at = '', ...key] = before.split('~')
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) && !Number.isNaN(Date.parse(at)) && key.length) return { at, key: key.join('~') }
  throw new Refusal(400, 'before: expected the `next` of an earlier answer.')
}

/** Thanks, by whom they are for: a list of their own for everyone who was praised by name, and how many each of them has. */
export const readKudos: InboxAction = async ({ query, site }, request) => {
  const { searchParams } = new URL(request.url)
  const [person, before] = [queryText(searchParams.get('person')), queryText(searchParams.get('before'))]
  const filter = { ...(person && { person }), ...(before && { before: readPlace(before) }), limit: readLimit(searchParams) }
  const { kudos, next } = await findKudos(query, site, filter)
  return json({ people: await countKudos(query, site), kudos, ...(next && { next: `${next.at}~${next.key}` }) })
}
