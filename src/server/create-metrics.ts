import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { ContentStatus } from './content-status'

/** What operators see at `/metrics`. No label ever holds anything of a person. */
export type Metrics = {
  registry: Registry
  /** `loa_webhooks_total`: calls and ignored items of a channel by outcome. */
  webhooks: Counter<'channel' | 'outcome'>
  /** `loa_turns_total`: turns by what they were. */
  turns: Counter<'channel' | 'kind'>
  /** `loa_deliveries_total`: what the workers did. */
  deliveries: Counter<'stage' | 'channel' | 'outcome' | 'code'>
}

/**
 * Makes the metrics of one process, with Node's own. `loa_content_revision` is the revision served, and
 * `loa_content_problems` the errors for which the files in the folders are not: above 0, someone should look. So is
 * `loa_accounts_disconnected`.
 */
export function createMetrics({
  content,
  disconnected,
}: {
  content: () => ContentStatus
  /** How many accounts cannot send until an admin connects them. */
  disconnected: () => number
}): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('loa_content_revision', 'Number of the revision served', () => content().revision)
  gauge(
    'loa_content_problems',
    'Errors that keep the files in the folders from being served',
    () => content().problems.length,
  )
  gauge(
    'loa_accounts_disconnected',
    'Accounts that cannot send until an admin connects them again',
    disconnected,
  )
  return {
    registry,
    webhooks: new Counter({
      name: 'loa_webhooks_total',
      help: 'Webhook calls and ignored items by outcome',
      labelNames: ['channel', 'outcome'],
      registers: [registry],
    }),
    turns: new Counter({
      name: 'loa_turns_total',
      help: 'Turns by kind',
      labelNames: ['channel', 'kind'],
      registers: [registry],
    }),
    deliveries: new Counter({
      name: 'loa_deliveries_total',
      help: 'Events handled and messages sent by outcome',
      labelNames: ['stage', 'channel', 'outcome', 'code'],
      registers: [registry],
    }),
  }
}
