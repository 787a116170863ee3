import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Router } from 'express'
import { sql } from 'kysely'
import type { Worker } from '../delivery/create-work-loop'
import type { Database } from '../storage/open-database'
import type { ContentStatus } from './content-status'
import { createHealthRoutes } from './create-health-routes'
import { createMetrics, type Metrics } from './create-metrics'
import { createVitals } from './create-vitals'
import { createWebhookWatch, type WebhookWatch } from './create-webhook-watch'
import { findWarnings } from './find-warnings'
import type { Zalo } from './open-zalo'

/** A loop looks for work every second, and no piece of work takes longer than half a minute. */
const HANGS_MS = 60_000

/** What shows operators how the process is. */
export type Watching = { metrics: Metrics; webhooks: WebhookWatch; router: Router }

/** Puts together `/healthz`, `/readyz` and `/metrics`. */
export function openWatching(options: {
  database: Database
  zalo: Zalo | null
  /** Every channel that has a queue. */
  channels: readonly string[]
  /** Those that a platform calls. */
  webhookChannels: readonly string[]
  content: () => ContentStatus
  hasKnowledge: () => boolean
  /** By the stage that each does. */
  workers: () => Readonly<Record<string, Worker>>
  isStopping: () => boolean
  /** Epoch milliseconds. */
  now: () => number
}): Watching {
  const { database, zalo, content, workers, now } = options
  const disconnected = () => zalo?.tokens.disconnected() ?? []
  const webhooks = createWebhookWatch(options.webhookChannels, now)
  const vitals = createVitals({
    database,
    readTokens: async () => (await zalo?.readTokenLives()) ?? [],
    now,
  })
  const metrics = createMetrics({
    build: { version: readVersion(), database: database.dialect },
    channels: options.channels,
    content,
    disconnected: () => disconnected().length,
    vitals,
    webhooks,
    workers,
    now,
  })

  async function askDatabase(): Promise<null> {
    await sql`select 1`.execute(database.kysely)
    return null
  }

  async function findStandstill(): Promise<string | null> {
    if (options.isStopping()) return 'the process is being stopped'
    const [stage, worker] =
      Object.entries(workers()).find(([, one]) => one.quietMs() > HANGS_MS) ?? []
    return worker
      ? `${stage} hangs for ${Math.round(worker.quietMs() / 1_000)} s: restart it`
      : null
  }

  return {
    metrics,
    webhooks,
    router: createHealthRoutes({
      checks: [
        { name: 'database', findReason: askDatabase },
        {
          name: 'knowledge',
          findReason: async () => (options.hasKnowledge() ? null : 'no entries are loaded'),
        },
        { name: 'workers', findReason: findStandstill },
      ],
      warnings: async () => findWarnings(await vitals(), webhooks.silences(), content(), now()),
      knowledge: content,
      disconnected: () => ({ zalo: disconnected() }),
      registry: metrics.registry,
    }),
  }
}

function readVersion(): string {
  // The same depth in src and in dist.
  const file = join(__dirname, '../../package.json')
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string } // npm wants one
  return version
}
