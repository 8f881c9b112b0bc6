import { parseArgs } from 'node:util'

export interface StartOptions { port: number; insist: boolean; host: string; data: string; articles?: string; forwardTo?: string; proof?: true; log?: true; help: boolean }

export const usage = `npm start -- [options]

  --port N         the port (default 4321, or the next free one)
  --host NAME      the address to listen on (default 127.0.0.1); the inbox answers this machine only
  --articles DIR   a folder of Markdown to be the shop's help
  --data DIR       where the database keeps its files (default .data), or "memory"
  --forward-to URL where every issue is passed on to as JSON
  --proof          ask each device for a proof of work after its receipt (docs/spam.md)
  --log            print what the receiver and the inbox do, as lines of JSON
  --help           this text

DATABASE_URL in the environment: that PostgreSQL instead of the embedded database.`

/** Reads the command line. @throws {Error} with a sentence for the terminal. */
export function readOptions(args: string[]): StartOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' }, host: { type: 'string' }, articles: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' },
      log: { type: 'boolean' }, proof: { type: 'boolean' },
      'forward-to': { type: 'string' },
    },
  })
  const port = values.port === undefined ? 4321 : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || values.port === '') {
    throw new Error(`--port: expected a whole number from 0 to 65535, but got "${values.port}".`)
  }
  for (const name of ['host', 'articles', 'data'] as const) {
    if (values[name] === '') throw new Error(`--${name}: expected a value, but got nothing.`)
  }
  const forwardTo = values['forward-to']
  if (forwardTo !== undefined && !(URL.canParse(forwardTo) && /^https?:$/.test(new URL(forwardTo).protocol))) {
    throw new Error(`--forward-to: expected an http(s) address, but got "${forwardTo}".`)
  }
  return {
    port, insist: values.port !== undefined, host: values.host ?? '127.0.0.1', data: values.data ?? '.data',
    ...(values.articles !== undefined && { articles: values.articles }), ...(forwardTo !== undefined && { forwardTo }),
    ...(values.proof && { proof: true as const }), ...(values.log && { log: true as const }), help: values.help ?? false,
  }
}
