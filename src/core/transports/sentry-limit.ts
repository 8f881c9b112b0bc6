const day = 86_400_000

/**
 * Milliseconds until Sentry takes all of these categories again, by `X-Sentry-Rate-Limits`: `60:error;feedback:organization, 2700::key`,
 * where no category means every one. Undefined when it says nothing of them. At most 24 h, as for `Retry-After`.
 */
export function sentryLimit(headers: Headers, categories: readonly string[]): number | undefined {
  const waits = (headers.get('X-Sentry-Rate-Limits') ?? '').split(',').map(limit => {
    const [seconds = '', of = ''] = limit.trim().split(':')
    const ours = of === '' || of.split(';').some(category => categories.includes(category))
    return ours && /^\d+(?:\.\d+)?$/.test(seconds) ? Number(seconds) * 1_000 : 0
  })
  const most = Math.min(Math.max(...waits), day)
  return most > 0 ? most : undefined
}
