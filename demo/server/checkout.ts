import { randomInt } from 'node:crypto'
import { problemsIn } from '../site/checkout-rules.js'

/** Cards of the demonstration that do not go through; all others do. */
const cards = new Map([
  ['4000000000000002', { status: 402, code: 'card-declined' }],
  ['4000000000000119', { status: 503, code: 'payment-service' }],
])

const reply = (value: unknown, status: number) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })

const redirect = (to: string) => new Response(null, { status: 303, headers: { location: to } })

/** Text fields by name, from JSON or from a form; undefined when it is neither. */
async function fieldsOf(request: Request): Promise<Record<string, string> | undefined> {
  try {
    const json = request.headers.get('content-type')?.startsWith('application/json')
    const entries = json ? Object.entries(await request.json() as object) : [...await request.formData()]
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return undefined
  }
}

/** Takes an order, and can really go wrong. A page without a script is sent on; one with a script gets JSON. */
export async function takeOrder(request: Request): Promise<Response> {
  const asked = request.headers.get('accept')?.includes('application/json')
  const fields = await fieldsOf(request)
  const problems = problemsIn(fields ?? {}, new Date())
  if (problems.size) return asked ? reply({ code: 'fields', fields: Object.fromEntries(problems) }, 422) : redirect('/checkout/#check-fields')
  const failure = cards.get(fields!['card']!.replace(/[\s-]/g, ''))
  if (failure) return asked ? reply({ code: failure.code }, failure.status) : redirect(`/checkout/#${failure.code}`)
  const order = `HR-${randomInt(20_418, 99_999)}`
  return asked ? reply({ order }, 201) : redirect(`/order/?number=${order}&step=received`)
}
