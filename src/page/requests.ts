export interface RequestsOptions {
  /** Where issues are posted: what becomes of our own requests is not the page's trouble. */
  endpoint: string | undefined
  ended: AbortSignal
  /** Also what was requested before. */
  before?: boolean
}

/** Tells of each request of the page when it has ended, whatever it was for; the status only where the browser says it. Nothing is patched. */
export function observeRequests(listener: (entry: PerformanceResourceTiming) => void, { endpoint, ended, before = false }: RequestsOptions): void {
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries() as PerformanceResourceTiming[]) if (!(endpoint && entry.name.startsWith(endpoint))) listener(entry)
  })
  observer.observe({ type: 'resource', buffered: before })
  ended.addEventListener('abort', () => observer.disconnect())
}
