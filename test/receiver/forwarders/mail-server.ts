import { createConnection, createServer, type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { BackendMood } from '../../../src/testing/transport-kit.ts'
import { parseMail, type ParsedMail } from './parse-mail.ts'

export interface ReceivedMail extends ParsedMail { envelope: { from: string; to: string[] } }

export const desk = { user: 'desk', pass: 'geheim-7' }

interface Settings {
  /** Take mails only from whoever logs in as the desk. */
  strict?: boolean
  /** What the server answers to each mail in the mood `refuse`. */
  refusal?: { status: number; text: string }
}

/** A real mail server, and before it a wire that can be cut at any point. */
export async function startMail({ strict = false, refusal = { status: 554, text: 'Not this one' } }: Settings = {}) {
  const state = { mood: 'accept' as BackendMood, mails: [] as ReceivedMail[], port: 0, refusal }
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: !strict,
    allowInsecureAuth: true,
    size: 200_000,
    onAuth: ({ username, password }, _session, done) => {
      if (username === desk.user && password === desk.pass) done(null, { user: username })
      else done(Object.assign(new Error('Wrong name or password'), { responseCode: 535 }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
        if (state.mood === 'refuse') return done(Object.assign(new Error(state.refusal.text), { responseCode: state.refusal.status }))
        if (stream.sizeExceeded) return done(Object.assign(new Error('Too large'), { responseCode: 552 }))
        const { mailFrom, rcptTo } = session.envelope
        state.mails.push({
          ...parseMail(Buffer.concat(parts)),
          envelope: { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) },
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo

  const wire = createServer(client => {
    client.on('error', () => {})
    if (state.mood === 'down') return void client.destroy()
    if (state.mood === 'hang') return
    if (state.mood === 'nonsense') return void client.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<h1>Log in</h1>\r\n')
    const line = createConnection(port, '127.0.0.1')
    line.on('error', () => client.destroy())
    client.on('close', () => line.destroy())
    line.on('close', () => client.destroy())
    client.on('data', data => line.write(data))
    let sending = false
    line.on('data', data => {
      // The mail is there, and nobody hears of it.
      if (sending && state.mood === 'lose-answer') return void client.destroy()
      if (/^354 /m.test(String(data))) sending = true
      client.write(data)
    })
  })
  await new Promise<void>(resolve => { wire.listen(0, '127.0.0.1', resolve) })
  state.port = (wire.address() as AddressInfo).port
  return Object.assign(state, {
    async stop() {
      await new Promise(resolve => wire.close(resolve))
      await new Promise<void>(resolve => { server.close(resolve) })
    },
  })
}
