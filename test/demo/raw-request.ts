import { request } from 'node:http'

/** A request whose path and headers are sent as they are: `fetch` would mend a path and refuse a Host. */
export function rawRequest(port: number, path: string, { method = 'GET', headers = {}, body = '' }: {
  method?: string; headers?: Record<string, string>; body?: string
} = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => text += chunk).on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.on('error', reject).end(body)
  })
}
