import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'

/** A server on this machine's loopback. */
export type Listening = { url: string; close(): Promise<void> }

/** Serves an app on a loopback port, a free one for 0. `close` also ends connections that are kept open. */
export async function listen(app: Express, port: number): Promise<Listening> {
  const server = createServer(app).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo // a TCP server that listens has one
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
