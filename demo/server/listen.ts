import type { Server } from 'node:http'

/**
 * Listens, and answers with the port. When it is taken and nobody insists on it, the next free one is used.
 * @throws {Error} with a sentence for the terminal
 */
export async function listen(server: Server, host: string, port: number, insist: boolean): Promise<number> {
  const last = insist || port === 0 ? port : port + 50
  for (let candidate = port; candidate <= last; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(candidate, host, () => (server.off('error', reject), resolve()))
      })
      const address = server.address()
      return typeof address === 'object' && address ? address.port : candidate
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Error(`This machine has no address "${host}". Leave --host out for 127.0.0.1.`)
      if (code === 'EACCES') throw new Error(`Port ${candidate} is not open to you. Choose one above 1023, for example --port 4321.`)
      if (code !== 'EADDRINUSE') throw error
    }
  }
  throw new Error(insist
    ? `Port ${port} is taken. Stop what runs there, choose another with --port, or leave --port out: then the next free one is used.`
    : `Ports ${port} to ${last} are all taken. Choose another with --port.`)
}
