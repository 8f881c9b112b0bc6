import { elementsIn, type HtmlElement } from '../html-document.ts'
import type { Tag } from './find-tag.ts'
import type { Notes } from './finding.ts'
import { forbidding, readPolicies, type Policy } from './policy.ts'

const scripts = ['script-src-elem', 'script-src', 'default-src']
const connections = ['connect-src', 'default-src']
const workers = ['worker-src', 'child-src', 'script-src', 'default-src']
const proving = 'earshot-worker'
const templates = 'earshot-lit'
const cleaning = 'dompurify'

/** The policies of a page: those of its header and those in it. */
export function policiesOf(headers: Headers, document: HtmlElement): Policy[] {
  const metas = [...elementsIn(document)].filter(({ name, attributes }) =>
    name === 'meta' && attributes.get('http-equiv')?.trim().toLowerCase() === 'content-security-policy')
  return [headers.get('content-security-policy') ?? '', ...metas.map(({ attributes }) => attributes.get('content') ?? '')].flatMap(readPolicies)
}

/** Whether the page's policy lets Earshot work. Its styles need nothing: they are made without the page's markup. */
export function checkPolicy(policies: readonly Policy[], tag: Tag, targets: readonly URL[], page: URL, { well, mend }: Notes): void {
  if (!policies.length) return well('The page has no Content Security Policy; nothing is in the way.')
  let wrong = 0
  const isStrict = policies.some(policy => scripts.some(name => policy.get(name)?.includes("'strict-dynamic'")))
  const need = (directives: readonly string[], url: URL, proof: Pick<Tag, 'nonce' | 'integrity'> = {}) => {
    const by = forbidding(policies, { ...proof, directives, url }, page)
    if (by === undefined) return
    wrong++
    // No address counts beside it, and a hash is not passed on.
    if (isStrict && directives === scripts) return mend('policy/forbidden', `The page's policy says 'strict-dynamic' and so forbids ${url.href}: give the tag of earshot.js the nonce of the policy.`)
    mend('policy/forbidden', `The page's policy forbids ${url.href}: add ${url.origin === page.origin ? "'self'" : url.origin} to ${by === 'default-src' ? directives[0]!.replace('-elem', '') : by}.`)
  }
  need(scripts, tag.src, tag)
  // A trusted script may fetch what belongs to it; else its folder must be named too.
  if (!(tag.nonce && isStrict)) need(scripts, new URL('earshot/app.js', tag.src))
  const origins = new Set<string>()
  for (const url of targets) {
    if (origins.has(url.origin)) continue
    origins.add(url.origin)
    need(connections, url)
  }
  const unnamed = (name: string) => policies.some(policy => policy.get('trusted-types')?.every(each => each !== '*' && each !== name))
  if (unnamed(templates)) {
    wrong++
    mend('policy/trusted-types', `The page's policy names Trusted Types without ${templates}: add it to trusted-types.`)
  }
  if (unnamed(cleaning)) well(`If you have articles in HTML, add ${cleaning} to trusted-types: without it they are shown as bare text.`)
  // Whether the receiver asks for one is not told to a test message; it is nothing to mend either: the page does it without.
  const worker = new URL('earshot/proof-worker.js', tag.src)
  const lacking = tag.src.origin !== page.origin ? [] : [
    ...(unnamed(proving) ? [`${proving} to trusted-types`] : []),
    ...(forbidding(policies, { directives: workers, url: worker }, page) === undefined ? [] : ["'self' to worker-src"]),
  ]
  if (lacking.length) well(`If your receiver asks for a proof of work, add ${lacking.join(' and ')}: then it is solved in a worker.`)
  if (!wrong) well("The page's Content Security Policy lets Earshot work.")
}
