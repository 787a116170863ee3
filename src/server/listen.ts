import { createServer, type RequestListener, type Server } from 'node:http'

/**
 * Listens on a port; 0 takes any that is free.
 * @throws {Error} when the port is taken or may not be used; says what to do
 */
export function listen(app: RequestListener, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app)
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const reason =
        cause.code === 'EADDRINUSE'
          ? `port ${port} is taken: stop what runs there, or set PORT to another`
          : `cannot listen on port ${port} (${cause.code}): set PORT to another`
      reject(new Error(reason, { cause }))
    })
    server.listen(port, () => resolve(server))
  })
}
