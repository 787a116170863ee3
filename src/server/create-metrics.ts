import { Counter, collectDefaultMetrics, Registry } from 'prom-client'

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

/** Makes the metrics of one process, with Node's own. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
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
