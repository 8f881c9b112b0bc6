import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Another address of the same server: to a browser another site, with an empty storage of its own. */
export interface Doorway {
  /** Without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

// A port that had a page before is another's site to the browser, with what that one kept; the system hands ports out again.
const taken = new Set<number>()

/** Opens a free port of this machine, one that was never opened before, that leads to another one. */
export async function openDoorway(port: number): Promise<Doorway> {
  const sockets = new Set<Socket>()
  const server = createServer(visitor => {
    const host = connect(port, '127.0.0.1')
    for (const [socket, other] of [[visitor, host], [host, visitor]] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      // Whatever ends one side ends the other: a cut cable is felt on both.
      socket.on('close', () => (sockets.delete(socket), other.destroy()))
      socket.pipe(other)
    }
  })
  const portOf = () => (server.address() as AddressInfo).port
  do {
    if (server.listening) await new Promise<void>(done => void server.close(() => done()))
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  } while (taken.has(portOf()))
  taken.add(portOf())
  return {
    url: `http://127.0.0.1:${portOf()}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
