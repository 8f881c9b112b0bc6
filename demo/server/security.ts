/** The names of the policies that Earshot needs where Trusted Types are enforced. */
const trustedTypes = 'earshot-lit dompurify'

const common = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "font-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
]

/** As strict as a host can be: what works here works under any policy. */
export const shopPolicy = [...common, "img-src 'self' data: blob:", `trusted-types ${trustedTypes}`].join('; ')

/** The same where devices are asked for a proof of work: they find it in a worker of the shop's own origin. */
export const provingPolicy = [...common, "img-src 'self' data: blob:", "worker-src 'self'", `trusted-types ${trustedTypes} earshot-worker`].join('; ')

/** The inbox shows strangers' words, builds them as text, and needs no policy at all. */
export const inboxPolicy = [...common, "img-src 'self'", "trusted-types 'none'"].join('; ')

/** The playground shows pages in a frame, and writes no markup itself. */
export const playgroundPolicy = [...common, "img-src 'self'", "frame-src 'self'", "trusted-types 'none'"].join('; ')

/** Those pages are as strict as the shop's, and may be framed by this very origin. */
export const previewPolicy = shopPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")

/** A picture opened on its own may style itself, and nothing else. */
export const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** A script may be a worker, whose own policy this is then: in a sandbox it would have no `crypto.subtle`. */
export const scriptPolicy = "default-src 'none'"

export const headersFor = (policy: string): Record<string, string> => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
})
