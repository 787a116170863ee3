import express, { type Router } from 'express'
import type { Registry } from 'prom-client'
import type { ContentStatus } from './content-status'

/** One thing that must be well for the process to take messages. */
export type ReadinessCheck = { name: string; isReady(): Promise<boolean> }

/** What the health routes tell. */
export type HealthOptions = {
  checks: readonly ReadinessCheck[]
  /** Told at `/readyz` beside the checks, and no reason not to be ready: a bad edit leaves the last good one serving. */
  knowledge(): ContentStatus
  /** Accounts by channel that cannot send until an admin connects them: told where there are any. */
  disconnected(): Record<string, string[]>
  registry: Registry
}

/** `GET /healthz` (the process is up), `GET /readyz` (it can work, with what cannot), `GET /metrics`. */
export function createHealthRoutes(options: HealthOptions): Router {
  const { checks, knowledge, disconnected, registry } = options
  const router = express.Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up' })
  })
  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      checks.map(async ({ name, isReady }) => [name, await isReady().catch(() => false)] as const),
    )
    const ready = results.every(([, isReady]) => isReady)
    response.status(ready ? 200 : 503).json({
      ready,
      checks: Object.fromEntries(results),
      knowledge: knowledge(),
      ...toDetail(disconnected()),
    })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}

function toDetail(disconnected: Record<string, string[]>) {
  const channels = Object.entries(disconnected).filter(([, accounts]) => accounts.length > 0)
  return channels.length > 0 ? { disconnected: Object.fromEntries(channels) } : {}
}
