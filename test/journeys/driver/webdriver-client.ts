/** WebDriver, the classic protocol, over HTTP. One command at a time: a session has one current window. */
export interface WebDriverClient {
  /** Sends a command for a window, after switching to it. */
  inWindow<T>(handle: string, method: string, path: string, body?: unknown): Promise<T>
  /** Sends a command in whatever window is current. */
  send<T>(method: string, path: string, body?: unknown): Promise<T>
}

async function request<T>(url: string, method: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(60_000),
  })
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
  if (!answer.ok) throw new Error(`WebDriver ${method} ${new URL(url).pathname}: ${value?.error} ${value?.message ?? ''}`.trim())
  return value
}

/** Opens a session. */
export async function openWebDriver(port: number, capabilities: object): Promise<WebDriverClient> {
  const base = `http://127.0.0.1:${port}/session`
  const { sessionId } = await request<{ sessionId: string }>(base, 'POST', { capabilities: { alwaysMatch: capabilities } })
  let current: string | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work)
    queue = turn.catch(() => {})
    return turn
  }
  const raw = <T>(method: string, path: string, body?: unknown) => request<T>(`${base}/${sessionId}${path}`, method, body)
  return {
    send: (method, path, body) => inTurn(() => raw(method, path, body)),
    inWindow: (handle, method, path, body) =>
      inTurn(async () => {
        if (current !== handle) await raw('POST', '/window', { handle })
        current = handle
        return raw(method, path, body)
      }),
  }
}
