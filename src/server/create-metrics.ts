import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Worker } from '../delivery/create-work-loop'
import type { ContentStatus } from './content-status'
import type { Vitals } from './create-vitals'
import type { WebhookWatch } from './create-webhook-watch'

/** What operators see at `/metrics`. No label ever holds anything of a person. */
export type Metrics = {
  registry: Registry
  /** `loa_webhooks_total`: calls and ignored items of a channel by outcome. */
  webhooks: Counter<'channel' | 'outcome'>
  /** `loa_turns_total`: turns by what they were. */
  turns: Counter<'channel' | 'kind'>
  /** `loa_deliveries_total`: what the workers did. */
  deliveries: Counter<'stage' | 'channel' | 'outcome' | 'code'>
  /** `loa_stage_seconds`: how long webhooks take to be stored, turns to be made, messages to be sent. */
  stages: Histogram<'stage' | 'channel'>
}

/** What the gauges are read from, at each scrape and never in a turn. */
export type MetricsOptions = {
  /** Told by `loa_build_info`. */
  build: { version: string; database: string }
  /** Channels whose queues are told even where nothing waits. */
  channels: readonly string[]
  content: () => ContentStatus
  /** How many accounts cannot send until an admin connects them. */
  disconnected: () => number
  vitals: () => Promise<Vitals>
  webhooks: WebhookWatch
  workers: () => Readonly<Record<string, Worker>>
  /** Epoch milliseconds. */
  now: () => number
}

type Reading = { labels?: Record<string, string>; value: number }

const STAGE_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Makes the metrics of one process, with Node's own. `docs/operations.md` tells which are worth an alert. */
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  addGauges(registry, options)
  return {
    registry,
    webhooks: new Counter({
      name: 'loa_webhooks_total',
      help: 'Webhook calls and ignored items by outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    turns: new Counter({
      name: 'loa_turns_total',
      help: 'Turns by what they were: an answer, a step of a guide, a question back, nothing known',
      labelNames: ['channel', 'kind'],
      registers,
    }),
    deliveries: new Counter({
      name: 'loa_deliveries_total',
      help: 'Events handled and messages sent by outcome',
      labelNames: ['stage', 'channel', 'outcome', 'code'],
      registers,
    }),
    stages: new Histogram({
      name: 'loa_stage_seconds',
      help: 'Seconds that webhooks take to be stored, turns to be made and messages to be sent',
      labelNames: ['stage', 'channel'],
      buckets: STAGE_BUCKETS,
      registers,
    }),
  }
}

function addGauges(registry: Registry, options: MetricsOptions): void {
  const { build, content, disconnected, vitals, webhooks, workers, now } = options
  const gauge = (
    name: string,
    help: string,
    labelNames: readonly string[],
    read: () => readonly Reading[] | Promise<readonly Reading[]>,
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const readings = await read()
        this.reset()
        for (const { labels, value } of readings) this.set(labels ?? {}, value)
      },
    })
  const single = (name: string, help: string, read: () => number | Promise<number>) =>
    gauge(name, help, [], async () => [{ value: await read() }])

  gauge(
    'loa_build_info',
    'What runs: its version, that of Node, and the kind of database',
    ['version', 'node', 'database'],
    () => [{ labels: { ...build, node: process.version }, value: 1 }],
  )
  single('loa_content_revision', 'Number of the revision served', () => content().revision)
  single(
    'loa_content_newest_revision',
    'Number of the newest revision in the database',
    () => content().newest,
  )
  single(
    'loa_content_problems',
    'Errors that keep the files in the folders from being served',
    () => content().problems.length,
  )
  single(
    'loa_accounts_disconnected',
    'Accounts that cannot send until an admin connects them again',
    disconnected,
  )
  single('loa_database_up', '1 while the database answers, else 0', async () =>
    (await vitals()).isReachable ? 1 : 0,
  )
  gauge(
    'loa_queue_depth',
    'Events that wait for a turn (inbox) and messages that wait to be sent (outbox)',
    ['queue', 'channel'],
    async () => readQueues(await vitals(), options, ({ waiting }) => waiting),
  )
  gauge(
    'loa_queue_oldest_seconds',
    'Since when the oldest that waits in a queue is there, in seconds; 0 where nothing waits',
    ['queue', 'channel'],
    async () => readQueues(await vitals(), options, ({ oldestAt }) => (now() - oldestAt) / 1_000),
  )
  gauge(
    'loa_token_due_seconds',
    'Seconds until an access token is renewed; below 0 while that fails, a quarter of its age before it ends',
    ['channel', 'account'],
    async () =>
      (await vitals()).tokens.map(({ channel, account, dueAt }) => ({
        labels: { channel, account },
        value: (dueAt - now()) / 1_000,
      })),
  )
  gauge(
    'loa_webhook_silence_seconds',
    'Seconds since the platform last called this process; at first since its start',
    ['channel'],
    () =>
      [...webhooks.silences()].map(([channel, ms]) => ({ labels: { channel }, value: ms / 1_000 })),
  )
  gauge(
    'loa_worker_quiet_seconds',
    'Seconds since the worker last ended a look for work; it looks every second',
    ['stage'],
    () =>
      Object.entries(workers()).map(([stage, worker]) => ({
        labels: { stage },
        value: worker.quietMs() / 1_000,
      })),
  )
}

type Queue = Vitals['queues'][number]

/** None at all where the database is gone: an old figure would look like a good one. */
function readQueues(
  { isReachable, queues }: Vitals,
  { channels }: MetricsOptions,
  read: (queue: Queue) => number,
): Reading[] {
  if (!isReachable) return []
  const empty = channels.flatMap((channel) =>
    ['inbox', 'outbox'].map((queue) => ({ labels: { queue, channel }, value: 0 })),
  )
  const waiting = queues.map((one) => ({
    labels: { queue: one.queue, channel: one.channel },
    value: read(one),
  }))
  return [...empty, ...waiting]
}
