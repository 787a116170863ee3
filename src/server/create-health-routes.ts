import express, { type Router } from 'express'
import type { Registry } from 'prom-client'
import type { ContentStatus } from './content-status'
import type { Warning } from './find-warnings'

/** One thing that must be well for the process to take messages. */
export type ReadinessCheck = {
  name: string
  /** Why it is not well; null where it is. What it throws is a reason, too. */
  findReason(): Promise<string | null>
}

/** What the health routes tell. */
export type HealthOptions = {
  /**
   * Only what another process may do better: who asks takes this one out of service. What all share, such as a token,
   * is a warning.
   */
  checks: readonly ReadinessCheck[]
  /** Told beside the checks where there are any. */
  warnings(): Promise<readonly Warning[]>
  knowledge(): ContentStatus
  /** Accounts by channel that cannot send until an admin connects them: told where there are any. */
  disconnected(): Record<string, string[]>
  registry: Registry
}

/** `GET /healthz` (the process is up), `GET /readyz` (it can work, or why not), `GET /metrics`. */
export function createHealthRoutes(options: HealthOptions): Router {
  const { checks, warnings, knowledge, disconnected, registry } = options
  const router = express.Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up' })
  })
  router.get('/readyz', async (_request, response) => {
    const results = await Promise.all(
      checks.map(
        async ({ name, findReason }) => [name, await findReason().catch(toReason)] as const,
      ),
    )
    const reasons = results.filter(([, reason]) => reason !== null)
    const told = await warnings()
    response.status(reasons.length === 0 ? 200 : 503).json({
      ready: reasons.length === 0,
      checks: Object.fromEntries(results.map(([name, reason]) => [name, reason === null])),
      ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}),
      ...(told.length > 0 ? { warnings: told } : {}),
      knowledge: knowledge(),
      ...toDetail(disconnected()),
    })
  })
  router.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics())
  })
  return router
}

/** The code alone: a message may hold an address or a name. */
function toReason(error: unknown): string {
  const { code } = error as Partial<NodeJS.ErrnoException>
  return typeof code === 'string' ? `no answer (${code})` : 'no answer'
}

function toDetail(disconnected: Record<string, string[]>) {
  const channels = Object.entries(disconnected).filter(([, accounts]) => accounts.length > 0)
  return channels.length > 0 ? { disconnected: Object.fromEntries(channels) } : {}
}
