import type { Server } from 'node:http'
import pino from 'pino'
import { createApp } from '../../../src/server/create-app'
import { listen } from '../../../src/server/listen'
import {
  createKitRoutes,
  type KitOptions,
  type KitRoutes,
} from '../../../src/share/kit/create-kit-routes'
import { loadCampaign } from './kit-content'

/** The site's address in links. */
export const BASE = 'https://loa.hanoi.gov.vn'

const started: { server: Server; routes: KitRoutes }[] = []

/** The kit's pages alone on this machine, about the campaign's own content; gives their address. */
export async function startKitSite(options: Partial<KitOptions> = {}): Promise<string> {
  const content = loadCampaign()
  const routes = createKitRoutes({
    content: () => content,
    bulletins: () => [],
    site: () => ({ base: BASE, isPublic: true }),
    onError: (error) => {
      throw error
    },
    now: Date.now,
    ...options,
  })
  const app = createApp({ browsers: [routes.router] }, pino({ level: 'silent' }))
  const server = await listen(app, 0)
  started.push({ server, routes })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** Ends all of them. */
export async function stopKitSites(): Promise<void> {
  for (const { server, routes } of started.splice(0)) {
    server.closeAllConnections()
    server.close()
    await routes.stop()
  }
}
