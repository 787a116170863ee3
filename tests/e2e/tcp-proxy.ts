import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { freePort } from './free-port'

/** A line between a program and a server that can be cut. */
export type TcpProxy = {
  port: number
  /** Breaks every connection and takes none. */
  cut(): Promise<void>
  /** Takes connections again. */
  mend(): Promise<void>
}

/** Starts a line to a port of this machine. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const port = await freePort()
  const sockets = new Set<Socket>()
  let server: Server | undefined

  function join(near: Socket): void {
    const far = connect(target, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  }

  async function mend() {
    if (server) return
    server = createServer(join).listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await mend()
  return {
    port,
    mend,
    async cut() {
      const closing = server
      server = undefined
      if (!closing) return
      const closed = once(closing, 'close')
      closing.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
