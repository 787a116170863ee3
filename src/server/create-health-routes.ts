import express, { type Router } from 'express'
import type { Registry } from 'prom-client'

/** One thing that must be well for the process to take messages. */
export type ReadinessCheck = { name: string; isReady(): Promise<boolean> }

/** `GET /healthz` (the process is up), `GET /readyz` (it can work, with what cannot), `GET /metrics`. */
export function createHealthRoutes(checks: readonly ReadinessCheck[], registry: Registry): Router {
  const router = express.Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up' })
  })
  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      checks.map(async ({ name, isReady }) => [name, await isReady().catch(() => false)] as const),
    )
    const ready = results.every(([, isReady]) => isReady)
    response.status(ready ? 200 : 503).json({ ready, checks: Object.fromEntries(results) })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}
