import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** A switch in the cable: while it is off, every open and every new connection is destroyed. */
export function watchConnections(server: Server): { offline(off: boolean): void; closeAll(): void } {
  const open = new Set<Socket>()
  let unplugged = false
  const closeAll = () => open.forEach(socket => socket.destroy())
  server.on('connection', (socket: Socket) => {
    if (unplugged) return void socket.destroy()
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return {
    closeAll,
    offline: off => {
      unplugged = off
      if (off) closeAll()
    },
  }
}
